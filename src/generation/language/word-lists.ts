import { pairsOf, set } from "./closed-lists.ts";

/** Closed lists of English words. Data, not code: a word missing here is added here. */

export const pronouns = set(`
  i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our
  ours ourselves they them their theirs themselves one oneself who whom whose which what that this these those someone
  somebody something anyone anybody anything everyone everybody everything nobody nothing none each other another`);

/** Words that carry no content of their own. The scores lean on this list more than on any other. */
export const functionWords = set(`
  a an the and or but nor so yet for of in on at by to from with without within into onto upon about above below under over
  between among through during before after since until till against across along around behind beside besides beyond
  despite except inside outside near off out per toward towards via than as like unlike because although though while
  whereas if unless when where why how whether either neither both not no n't never only just also too very more most
  less least much many few several some any all such same own other another each every again further then once here there
  now already still even ever often always sometimes usually up down be am is are was were been being have has had having
  do does did doing done can could will would shall should may might must ought need let 's 're 've 'd 'll 'm ’s ’re ’ve
  ’d ’ll ’m cannot ca wo else rather instead quite almost perhaps maybe however therefore thus hence indeed moreover
  nevertheless otherwise whatever whichever whoever whenever wherever anyway etc vs`);

/** Heads that need "of what?": too vague to be an answer. */
export const vagueHeads = set(`
  scale extent ends conclusion conclusions
  thing way kind problem part type form sort number amount lot set series range level degree point case example aspect
  factor reason result effect issue matter fact idea concept notion sense piece bit area field place side end start
  beginning means method process approach manner role purpose goal aim step stage state condition situation position
  question answer difference change use need chance choice option feature element item group class category group
  limit rest majority minority half share kind variety variation version source basis core subject topic object
  attempt effort work activity action event time moment period today tomorrow yesterday second minute hour day week month year decade century line look word name
  other others one ones purposes ability capacity opportunity possibility potential tendency power value news relation relations relationship
  relationships connection connections`);

/** What any note could say: researchers find, models improve. */
export const genericWords = set(`
  historian historians economist economists psychologist psychologists philosopher philosophers critic critics
  adult adults child children researcher researchers scientist scientists expert experts author authors people person user users developer developers
  everyone human humans man men woman women student students reader readers speaker speakers model models research study
  studies paper papers article articles book books system systems data information technology technologies tool tools
  method methods technique techniques approach approaches performance result results finding findings experiment
  experiments task tasks project projects process processes product products service services company companies
  organization organizations organisation organisations team teams community communities society world life country
  countries government governments industry application applications software solution solutions strategy strategies
  problem problems challenge challenges improvement improvements benefit benefits advantage advantages risk risks
  success failure quality capability capabilities feature features function functions structure structures resource
  resources environment context content knowledge learning understanding experience skill skills practice practices
  example examples defense defenses defence defences text language output outputs input inputs purpose purposes way ways
  thing things case cases question questions answer answers others
  breakthrough breakthroughs accuracy behavior behaviour outcome outcomes performance claim claims writer writers runner
  runners investor investors beginner beginners shape shapes direction directions surrounding surroundings mechanism
  site sites option options message messages design designs error errors mistake mistakes plan plans rule rules view views
  pattern patterns choice choices decision decisions detail details individual individuals outsider outsiders insiders
  mechanisms generation generations component components task tasks use uses`);

/** Acronyms that everybody reads past. */
export const trivialAcronyms = set(`
  earth ai ml llm llms us usa uk eu un tv pc it dna rna cpu gpu api url html css http https www pdf ceo cto phd faq ok am pm
  bc ad bce ce id hr pr gps usb nobel prize olympic olympics sun moon united states america europe asia africa world internet wikipedia`);

export const weakAdjectives = set(`
  new old good bad great big small large important significant different similar recent current modern common various
  certain specific general particular main major minor key simple complex easy hard difficult possible necessary useful
  able available better best worse worst high low higher lower long short full whole entire real true early late novel
  effective efficient strong weak own further additional existing unique innovative exceptional comprehensive crucial
  essential critical substantial considerable huge enormous overall potential right wrong sure clear first last next
  only single enough interesting serious many several few other such same
  timely talented brilliant well-known elegant remarkable reasonable official worth famous trivial crude little poor simplest deeper simpler faster slower stronger weaker richer smarter easier harder rarer
  broader wider cheaper better-known fewer remarkable powerful tiny massive vast mere actual ordinary typical traditional careful
  proper meaningful advanced optimized innovative novel visible beloved heroic brightest
  fair cool unusual surprising opposite individual deep unnecessary frequent identical instant immediate urgent anonymous
  hidden invisible narrow wide loose tight steady sudden constant extreme rich sheer odd strange curious lovely terrible awful
  extraordinary second third legitimate bigger`);

export const weakNouns = set(`
  importance significance need role impact influence benefit value focus emphasis insight insights development
  improvement increase decrease growth change progress effort attention interest support help lack presence variety
  range nature context field area work use usage practice ability potential future past present today success quality`);

export const weakVerbs = set(`
  improve enhance increase decrease reduce help make use include involve allow enable provide offer show suggest discuss
  mention explain describe explore highlight emphasize address consider focus aim need want try become remain seem get
  give take put keep let say tell think know see find feel look go come`);

/** Heads that a note's "the" points to without naming: "the system", "the speaker". Which one, only the note knows. */
export const unnamedHeads = set(`
  system team speaker author authors model company study paper book article report researchers experiment participants
  tool project platform method framework program event host guest presenter narrator lecturer speakers user users startup
  firm organization client customer engineers developers dataset benchmark app product service video talk lecture course
  story plot character protagonist film episode interviewer committee group design device prototype sensor proposal`);

/** Nouns that praise or picture what they are said of: "X is the key to Y" is no definition and has other answers. */
export const figurativeHeads = set(`
  advantage benefit key way skill risk mistake art gift tool price foundation heart secret weapon enemy engine currency path
  language superpower question choice decision problem challenge journey conversation reason answer root mirror bridge door
  muscle compass fuel magnet mindset lesson truth beginning end sign signal symptom test part form one thing kind tax resource emblem burden blessing curse luxury privilege`);

/** Determiners of quantity that stand before the core of a phrase. */
export const quantifiers = set(
  "other many several such same more most some any all both each every few various certain another additional",
);

export const comparatives = set("more most less least much even quite rather so too very only just also almost");

/** Nouns in which an adjective's ending lies: never re-read as adjectives. */
export const nounsLikeAdjectives = set(`
  percent retrieval removal withdrawal coefficient gradient nutrient recipient quotient incident content student parent patient agent event current material signal capital animal terminal interval individual potential
  goal music topic logic traffic public fabric theory memory history factory category story battery territory hospital
  journal arrival approval trial festival manual metal crystal president accident component ingredient
  moment element argument instrument document government republic critic clinic metric mechanic arithmetic adjective
  objective archive perspective narrative detective executive relative native motive vegetable variable table cable
  giant merchant elephant restaurant consultant servant plant infant assistant infinitive library diary secretary
  dictionary boundary salary laboratory victory glory laurel proposal rival survival capital cardinal criminal virus
  bonus campus census corpus focus genus locus nucleus radius status stimulus consensus apparatus thalamus hippocampus
  hypothalamus`);

/** Past participles that, between a noun and a preposition, shorten a relative clause. */
export const reducingParticiples = set(`
  based called known named used made associated related linked caused trained given compared driven taken obtained built
  designed developed produced created written held found born led`);

/** First words that open a line without a subject. */
export const fragmentVerbs = set(`
  uses achieves combines shows trained tested enhances incorporates compared measured built quantized can does is has
  reduces improves provides enables supports allows includes requires introduces explores discusses highlights focuses
  outperforms maintains matches builds scales demonstrates evaluates extends eliminates employs operates offers`);

/** Words that a preposition of time or place may open without being a cause. */
export const subordinators = set("because although though while whereas if unless when since until after before as once whether");

/** Nouns, closed for people, that ask "who?". */
export const antonymPairs: readonly (readonly [string, string])[] = pairsOf(`
  imagination/reality theory/practice word/deed words/deeds truth/lie friend/enemy friends/enemies
  accidental/intentional partial/complete partially/completely innate/adaptive open/closed simple/easy simple/complex light/chemical large/small larger/smaller big/little
  high/low higher/lower long/short longer/shorter fast/slow faster/slower strong/weak stronger/weaker hot/cold warm/cool
  early/late earlier/later old/new old/young ancient/modern good/bad better/worse best/worst more/less more/fewer
  first/last internal/external inner/outer inside/outside upper/lower top/bottom front/back left/right north/south
  east/west northern/southern eastern/western rich/poor public/private local/global national/international
  domestic/foreign urban/rural positive/negative active/passive direct/indirect explicit/implicit static/dynamic
  abstract/concrete theoretical/practical quantitative/qualitative objective/subjective formal/informal
  conscious/unconscious voluntary/involuntary natural/artificial natural/synthetic organic/inorganic male/female
  maternal/paternal dominant/recessive aerobic/anaerobic acid/base acidic/alkaline solid/liquid wet/dry hard/soft
  heavy/light thick/thin deep/shallow wide/narrow broad/narrow bright/dark day/night morning/evening summer/winter
  spring/autumn supply/demand import/export imports/exports debtor/creditor buyer/seller buyers/sellers
  producer/consumer producers/consumers cause/effect causes/effects question/answer problem/solution theory/practice
  war/peace life/death birth/death success/failure victory/defeat attack/defence attack/defense increase/decrease
  increases/decreases rise/fall rises/falls raises/lowers raise/lower gain/loss gains/losses win/lose push/pull
  add/remove create/destroy build/destroy buy/sell accept/reject include/exclude begin/end start/stop open/close
  existing/future past/future present/future temporary/permanent mutable/immutable synchronous/asynchronous
  optimistic/pessimistic horizontal/vertical vertical/horizontal serial/parallel sequential/parallel
  centralized/decentralized centralised/decentralised expert/novice experts/novices teacher/student parent/child
  regularity/quantity quality/quantity beginners/experts majority/minority innate/acquired innate/learned
  prokaryotes/eukaryotes arteries/veins artery/vein predator/prey anode/cathode sympathetic/parasympathetic
  systolic/diastolic oxidation/reduction mitosis/meiosis convex/concave maximum/minimum reads/writes read/write
  reader/writer readers/writers compile-time/run-time client/server clients/servers encode/decode recall/recognition
  catholic/protestant catholics/protestants nobles/peasants offensive/defensive winners/losers allies/enemies`);

export const months = set("january february march april may june july august september october november december");

export const weekdays = set("monday tuesday wednesday thursday friday saturday sunday");

/** What a measure's unit says about the question. */
export const unitHints: readonly (readonly [hint: string, units: ReadonlySet<string>])[] = [
  ["what percentage?", set("% percent per cent")],
  [
    "how long?",
    set(
      "nanoseconds microseconds milliseconds ms second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries",
    ),
  ],
  [
    "what distance?",
    set(
      "mm cm m km ft yd nm µm μm millimetre millimetres centimetre centimetres metre metres meter meters kilometre kilometres kilometer kilometers mile miles foot feet inch inches yard yards light-year light-years nanometre nanometres micrometre micrometres micrometers",
    ),
  ],
  [
    "how much?",
    set(
      "dollar dollars euro euros pound pounds franc francs yen livres cents kg g mg lb lbs oz ounce ounces gram grams kilogram kilograms milligrams tonne tonnes ton tons litre litres liter liters ml millilitres calories kilocalories kcal watts kilowatts megawatts joules",
    ),
  ],
  ["how many degrees?", set("degree degrees")],
  ["how fast?", set("knots mph kph km/h")],
  ["what size?", set("bit bits byte bytes kb mb gb tb kilobytes megabytes gigabytes terabytes")],
  ["what frequency?", set("hz khz mhz ghz hertz")],
  ["what voltage?", set("volt volts")],
  ["what temperature?", set("kelvin")],
  ["what value?", set("psi ppm ppb wh kwh mwh gwh kw mw gw ah mah kpa mpa gpa hpa atm")],
];

/** Units of two joined by a stroke, and those of geologists' time: the capital tells "Ma" from milliamperes. */
export const compoundUnits: readonly (readonly [hint: string, unit: RegExp])[] = [
  ["how fast?", /^(?:(?:mm|cm|m|km|ft|mi)\/(?:s|h|hr|yr|y|a|d|day|year)|[kKMG]?bits?\/s)$/],
  ["what age?", /^(?:ka|Ma|Ga|kya|mya|Mya)$/],
  ["what value?", /^[\p{L}µμΩ]{1,4}\/[\p{L}µμ]{1,3}[²³]?$/u],
];

/** Adjectives and languages of peoples, places and faiths: capitalised, but no names. */
export const demonyms = set(`
  african american arab arabic asian australian austrian babylonian belgian brazilian british bulgarian byzantine canadian
  catholic chilean chinese christian cuban czech danish dutch egyptian english european finnish flemish french german
  germanic greek hebrew hindu hungarian indian indonesian iranian iraqi irish islamic israeli italian japanese javanese
  jewish kenyan korean latin mexican mongol mongolian moroccan muslim native nigerian norman norse norwegian ottoman
  pakistani persian peruvian polish portuguese protestant prussian roman romanian russian sanskrit scandinavian scottish
  serbian soviet spanish sumerian swedish swiss syrian turkish ukrainian venetian vietnamese welsh western eastern
  northern southern victorian`);

/** Names that open a line as a bare word and look like common nouns to the tagger. A missing one only costs a question. */
export const plainNames = set(`
  argentina australia austria belgium brazil britain bulgaria canada chile china cuba denmark egypt england ethiopia
  finland france germany greece hungary india indonesia iran iraq ireland israel italy japan kenya korea mexico mongolia
  morocco nigeria norway pakistan persia peru poland portugal prussia romania rome russia scotland serbia spain sweden
  switzerland turkey ukraine venezuela vietnam wales africa america asia europe athens berlin boston chicago cairo
  constantinople florence geneva kyoto london madrid moscow naples oxford cambridge paris prague shanghai sparta tokyo
  venice vienna washington
  amazon apple boeing disney facebook google ibm intel kodak meta microsoft netflix nokia nvidia oracle sony spotify
  tesla toyota twitter wikipedia youtube
  aristotle bach beethoven caesar confucius copernicus darwin descartes einstein euclid freud galileo gandhi hegel hitler
  homer hume kant kepler keynes lenin lincoln linnaeus locke luther machiavelli mao marx mendel mozart napoleon newton
  nietzsche pasteur picasso plato rembrandt rousseau shakespeare socrates stalin tolstoy virgil voltaire wittgenstein`);

/** A number after one of these is a name: Chapter 3, version 2, type 1. */
export const numberedThings = set(`
  chapter figure table section part version page layer step type level phase stage class article act volume book number
  no. tag sample serial grade group tier generation world war line rule code port model`);

/** Words that tell a count to whoever knows them. */
export const countsInWords: ReadonlyMap<string, number> = new Map([
  ["zodiac", 12],
  ["trinity", 3],
  ["trio", 3],
  ["trilogy", 3],
  ["triptych", 3],
  ["triangle", 3],
  ["quartet", 4],
  ["quintet", 5],
  ["pentagon", 5],
  ["sextet", 6],
  ["hexagon", 6],
  ["octet", 8],
  ["octagon", 8],
  ["decathlon", 10],
]);

/** Scale words that belong to the number before them. */
export const scales = set("hundred thousand million billion trillion dozen");

export const currencySigns = set("$ € £ ¥");
