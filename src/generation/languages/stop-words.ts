/**
 * The commonest short words of languages, lower-cased. They carry no content; the first `telling` of a row, which hardly
 * occur outside their language, tell it from others. A row more is a language more. Languages written without blanks
 * have their particles.
 */
export const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "the and of to is in that it for was are with as be by this have not but from they which or an were their has than because can more",
  ),
  de: words(
    "der die das und ist nicht ein eine einen dem den des von zu mit auf für sich auch als wird werden sind durch bei aus oder wie aber wenn im",
  ),
  fr: words(
    "le la les des et est une un du que qui dans pour pas sur au avec ne se par plus ce sont cette mais ou être il elle nous aux",
  ),
  es: words(
    "el la los las y es una un del en que para por con no se su más como pero lo al son sus cuando este esta o fue ha sin e unos unas de menos sino era eran estos estas esto u fueron han sobre entre hasta desde muy ya también si porque donde quien cada todo toda todos todas otro otra otros otras a ante tras durante según hay ser está están le les me te nos mi tu yo él ella ellos ellas qué cuál aquel eso ese esa había tiene tienen puede pueden solo sólo así",
  ),
  it: words(
    "il lo la gli le è una un del che di per con non si della più come ma al sono nel dei alla anche questo o ha dalla e in i l uno ed chi a da su tra fra meno allo ai agli alle dello degli delle dal dallo dai dalle nello nella nei nelle sul sulla sui sulle era erano fu furono hanno questa questi queste quello quella se quando dove perché cui ogni tutto tutti tutte altro altri molto solo così essere stato stata può possono loro suo sua suoi sue ne ci vi già dopo prima senza c d ll dell nell all sull dall quell po'",
  ),
  pt: words(
    "o a os as e é uma um do da que em para por com não se mais como mas ao são dos das no na ou seu sua foi uns umas de nos nas pelo pela pelos pelas menos aos à às era eram foram ser seus suas quando onde porque este esta estes estas isto esse essa isso aquele entre até desde sobre sem muito também já há tem têm pode podem cada todo toda todos todas outro outra ele ela eles elas só quem qual lhe num numa",
  ),
  nl: words(
    "de het een en is van niet dat die in op te zijn met voor er aan ook als maar om door naar bij wordt worden heeft uit over dit deze werd werden hebben had tot of dan geen nog wel wat wie waar hun haar hem ze zij hij we men zo meer meest veel kan kunnen na tegen tussen onder omdat want toen tijdens zich elk elke alle andere daar hier al was waren",
  ),
  sv: words(
    "och att det som en ett är på av för med den till inte om han hon har var jag från så kan när man men eller där de in hade vid i blev under efter mellan utan också mycket mer än alla denna detta dessa sin sitt sina vi hur vad vilka genom mot bara",
  ),
  da: words(
    "og at det som en et er på af for med den de til ikke om han hun har havde jeg fra så kan når man men eller hvor var ved i blev under efter mellem uden også meget mere end alle denne dette disse sin sit sine vi hvordan hvad gennem mod kun af hvis bliver",
  ),
  no: words(
    "og at det som en et er på av for med den de til ikke om han hun har hadde jeg fra så kan når man men eller hvor var ved i ble under etter mellom uten også mye mer enn alle denne dette disse sin sitt sine vi hvordan hva gjennom mot bare hvis blir",
  ),
  fi: words(
    "ja on ei se että oli hän mutta myös kun joka ovat tai kuin niin sen mikä jos olla ole vain sekä voi mukaan ne jotka hänen sitä tämä tämän nämä siitä vuonna jälkeen kanssa noin",
  ),
  pl: words(
    "i w na z że się nie do to jest o jak po przez dla od a ale są był była było były oraz który która które ich jego jej tym tego ten ta te za co może czy już tylko także być ze przed pod między gdy bo lub bardzo więcej niż lecz",
  ),
  cs: words(
    "a v na se je že z do s to o i ve pro ale by jako byl byla bylo byly jsou který která které od po za při nebo jeho její jejich už jen také není tak než ze aby když co ten tato tento proto mezi",
  ),
  ro: words(
    "și în de la a o un pe cu nu că este sunt din care mai pentru ca ce fi au era prin sau dar după fost se al ale ai cel cea cei cele acest această între fără foarte doar iar dacă când lor lui ei lucru",
  ),
  hu: words(
    "a az és hogy nem is egy volt meg csak de ha már mint vagy ez azt ezt van voltak lett pedig el még sem ki majd után között minden aki ami amely ők ő mert által szerint több",
  ),
  tr: words(
    "ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ne o en her ancak ama ya veya ise değil var yok olduğu tarafından ki mi olan önce göre arasında bunu şu diye",
  ),
  id: words(
    "yang dan di dari untuk dengan pada adalah tidak ini itu dalam oleh ke sebagai juga akan atau karena ada mereka lebih telah dapat bahwa saat antara sebuah para bisa hanya seperti tetapi hingga",
  ),
  vi: words(
    "và của là có được trong cho không một các những với này đó để khi từ đã người như ở về vào ra cũng nhưng hay hoặc bởi vì sẽ đến tại trên rất",
  ),
  ca: words(
    "els i és una un del en per amb no es més com però al són quan aquest aquesta va ha sense també perquè dels als pel seva què hi fins o el la les de que sinó era sobre entre des ja si on cada tot tota altres l d s n",
  ),
  ru: words(
    "и в во не на что он она оно они с со как а то это все всё по но к ко из у за от же для до или если так его её их бы был была было были быть есть при о об мы вы я который которая которое которые которых также чем уже только может могут после между под над через без этот эта эти этого более менее очень когда где потому чтобы ни один",
  ),
  uk: words(
    "і й в у не на що він вона воно вони з із як а то це все по але до від за для або якщо так його її їх був була було були бути є при про ми ви я який яка яке які також ніж вже тільки може після між під над через без цей ця ці більш дуже коли де тому щоб",
  ),
  bg: words(
    "и в не на че той тя то те с като а това се по но към от за до или ако така негов неин им бил била са е при ние вие аз който която което които също вече само може след между под над през без този тази тези повече много когато където защото",
  ),
  el: words(
    "και το η ο τα οι της του των στο στη στην τον την να είναι δεν με για που από σε ως ότι θα μια ένα ένας αυτό αλλά ή ήταν",
  ),
  ar: words("في من على إلى أن عن هو هي ما لا كان التي الذي هذا هذه مع و ثم أو كما لم قد بين بعد كل أي حيث عند"),
  fa: words("و در به از که این را با است برای آن یک خود تا بر هم نیز می شد بود اما یا هر"),
  he: words("של את על לא הוא היא זה עם כי גם או אם אך היה הייתה יש אל מן כל בין כדי רק יותר אחרי"),
  hi: words("के का की में है और को से पर यह वह ने था थे थी हैं कि जो एक भी नहीं तो हो कर या लिए इस उस अपने"),
  ja: words(
    "の は が を に で と も から まで より へ や か ば て た だ な です ます する した して され れ る い う ある いる あっ い こと もの ため よう これ それ この その という として について ない なく ず なり なる なっ られ さ せ し 的 約 億 万 千 百 人 年 月 日 個",
  ),
  zh: words(
    "的 了 是 在 和 有 这 那 也 不 与 及 等 中 为 以 对 于 上 下 个 一 从 到 被 把 就 都 而 或 但 其 之 所 可以 因为 由 年 月 日",
  ),
  ko: words("은 는 이 가 을 를 에 의 와 과 도 로 으로 에서 그 이 저 것 수 등 및 또는 그리고 하지만 있다 없다 한다 했다 이다"),
};

/** How many words of a row take part in a vote. */
export const telling = 32;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
