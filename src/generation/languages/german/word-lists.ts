import { pairsOf, set } from "../../language/closed-lists.ts";

/** Closed lists of German words, lower-cased. Data, not code: a word missing here is added here. */

export const determiners = set(`
  der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner keines dieser diese dieses
  diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem welche welcher welches mein meine meinen meinem
  meiner meines dein deine deinen deinem deiner sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres
  unser unsere unseren unserem unserer unseres euer eure euren eurem eurer alle allen aller beide beiden beider manche
  mancher manches manchen einige einigen einiger mehrere mehreren mehrerer viele vielen vieler wenige wenigen weniger
  solche solchen solcher solches sämtliche sämtlichen etliche`);

export const pronouns = set(`
  ich du er sie es wir ihr mich dich sich uns euch ihn ihm ihnen man wer wen wem wessen was jemand niemand nichts etwas
  alles dies selbst selber einander dessen deren denen derjenige diejenige dasjenige diejenigen derselbe dieselbe dasselbe
  dieselben jedermann irgendwer irgendetwas`);

export const prepositions = set(`
  in im ins an am ans auf aufs aus bei beim mit nach von vom zu zum zur für fürs durch durchs gegen ohne um ums über übers
  unter unterm vor vorm hinter neben zwischen seit bis ab während wegen trotz statt anstatt anstelle aufgrund infolge
  mithilfe innerhalb außerhalb oberhalb unterhalb entlang gegenüber gemäß laut zufolge dank je pro per außer samt binnen
  mittels bezüglich hinsichtlich angesichts anhand gen inmitten jenseits diesseits seitens zugunsten`);

export const conjunctions = set("und oder aber sondern denn doch sowie sowohl weder noch entweder beziehungsweise bzw");

export const subordinators = set(`
  dass daß weil wenn falls ob obwohl obgleich da damit bevor ehe nachdem sobald solange sooft seitdem indem sodass während
  wohingegen als wie wo wohin woher wobei wodurch womit wofür worin woran worauf woraus wozu wovon warum weshalb wieso wann
  sofern soweit insofern wenngleich`);

/** Forms of the verbs that carry time and mood. */
export const auxiliaries = set(`
  bin bist ist sind seid war warst waren wart sei seien wäre wären sein gewesen habe hast hat haben habt hatte hatten hattest
  hätte hätten gehabt werde wirst wird werden werdet wurde wurden würde würden worden geworden kann kannst können könnt
  konnte konnten könnte könnten muss musst müssen müsst musste mussten müsste müssten soll sollst sollen sollt sollte
  sollten will willst wollen wollt wollte wollten darf darfst dürfen dürft durfte durften dürfte dürften mag mögen mochte
  mochten möchte möchten lässt lassen ließ ließen`);

export const adverbs = set(`
  nicht auch nur noch schon sehr so zu mehr weniger wenig viel viele vieles meist meistens oft immer nie niemals manchmal
  selten häufig wieder bereits erst etwa rund circa ca fast beinahe kaum sogar ganz genau gerade hier dort da dann nun jetzt
  heute gestern morgen damals später früher einst bald lange länger überall nirgends irgendwo daher deshalb deswegen darum
  somit folglich demnach also jedoch dennoch trotzdem allerdings hingegen dagegen dafür dabei dadurch damit davon davor
  danach darauf darin daran daraus darüber darunter dazu dazwischen daneben außerdem zudem ferner überdies zuerst zuletzt
  zunächst schließlich endlich eher vielmehr mindestens höchstens wenigstens ungefähr knapp gut allein allzu ebenso ebenfalls
  gleichzeitig zugleich insbesondere besonders vor allem überhaupt eigentlich tatsächlich wirklich vielleicht wohl gar
  einmal zweimal dreimal mal stets zumeist teils teilweise größtenteils nämlich anders sonst umso desto je hin her weg zurück
  zusammen auseinander hinaus heraus herein hinein hinunter empor ab an auf aus ein los mit vor nach bevorzugt durchschnittlich`);

/** Other words without content: half a verb, a comparison. */
export const otherFunctionWords = set(`
  z b d h u a usw etc bzw vgl sog nein ja gibt gab gäbe geben macht machen machte ander andere anderen anderer anderes anderem
  gleiche gleichen gleicher gleiches selbe selben eigene eigenen eigener eigenes ersten erste erster erstes letzten letzte
  zwar statt anstatt ohne als wie beim seitdem worden sodass sobald sowie je jeweils jeweiligen`);

export const vagueHeads = set(`
  ding dinge weise art arten form formen teil teile zahl anzahl menge mengen reihe reihen stufe grad fall fälle beispiel
  beispiele aspekt aspekte faktor faktoren grund gründe ergebnis ergebnisse folge folgen wirkung wirkungen effekt effekte frage
  fragen antwort idee ideen begriff begriffe sinn stück bereich bereiche feld seite seiten ende anfang beginn mittel methode
  methoden prozess prozesse verfahren rolle zweck ziel ziele schritt schritte phase zustand bedingung bedingungen situation lage
  position unterschied unterschiede veränderung veränderungen nutzung bedarf chance wahl möglichkeit möglichkeiten merkmal
  merkmale element elemente gruppe gruppen klasse kategorie grenze rest mehrheit minderheit hälfte drittel viertel anteil variante
  quelle basis grundlage kern thema themen gegenstand objekt versuch versuche aufwand arbeit tätigkeit handlung ereignis
  ereignisse zeit zeiten moment periode zeitraum tag tage tagen stunde stunden minute minuten sekunde sekunden woche wochen monat monate
  monaten jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten jahrhundert jahrhunderte jahrhunderts nacht wort wörter name namen fähigkeit tendenz kraft wert werte
  beziehung beziehungen verbindung zusammenhang zusammenhänge maß maßnahme maßnahmen hinsicht weg wege ort orte platz raum
  größe höhe länge breite tiefe dauer richtung nähe mal male mitte bau lauf zuge prozent meter kilometer`);

export const genericWords = set(`
  mensch menschen leute person personen mann männer frau frauen kind kinder kindern erwachsene erwachsenen forscher forschern forscherin
  forscherinnen forschende forschenden wissenschaftler wissenschaftlerin wissenschaftlern experte experten expertinnen autor autoren
  autorin historiker historikern ökonomen psychologen philosophen kritiker schüler studierende studierenden studenten leser leserinnen
  nutzer nutzerinnen nutzern anwender entwickler studie studien untersuchung untersuchungen forschung artikel buch bücher aufsatz
  modell modelle modellen system systeme systemen daten information informationen technik technologie technologien werkzeug
  werkzeuge methode methoden ansatz ansätze leistung ergebnis ergebnisse experiment experimente aufgabe aufgaben projekt
  projekte prozess prozesse produkt produkte dienst dienste unternehmen firma firmen organisation organisationen team teams gemeinschaft
  gesellschaft welt leben land länder ländern staat staaten regierung regierungen industrie anwendung anwendungen software
  lösung lösungen strategie strategien problem probleme herausforderung herausforderungen verbesserung vorteil vorteile
  nachteil nachteile risiko risiken erfolg erfolge qualität funktion funktionen struktur strukturen umgebung kontext inhalt inhalte
  wissen lernen verständnis erfahrung erfahrungen praxis beispiel beispiele text texte sprache frage fragen antwort
  antworten entwicklung umwelt natur alltag geschichte millionen milliarden tausende hunderte`);

export const trivialAcronyms = set("erde ki usa eu un uno nato tv pc dna dns ww gmbh ag ok id gps usb brd ddr us uk");

export const weakAdjectives = set(`
  neu neue neuen neuer neues alt alte alten alter altes gut gute guten guter gutes schlecht schlechte groß große großen großer
  großes größere größeren größerer größte größten klein kleine kleinen kleiner kleines kleinere kleineren wichtig wichtige
  wichtigen wichtiger wichtigste wichtigsten bedeutend bedeutende bedeutenden verschieden verschiedene verschiedenen unterschiedliche unterschiedlichen ähnlich
  ähnliche ähnlichen modern moderne modernen moderner bestimmte bestimmten allgemeine allgemeinen besondere besonderen wesentliche wesentlichen
  einfache einfachen schwierige schwierigen mögliche möglichen notwendige notwendigen nützliche verfügbare bessere besseren
  beste besten hohe hohen hoher hohes höhere höheren niedrige niedrigen lange langen langer kurze kurzen ganze ganzen ganzer
  ganzes gesamte gesamten gesamter echte echten wahre wahren frühe frühen frühere früheren späte späten spätere späteren wirksame starke starken
  starker starkes stärkere schwache weitere weiteren zusätzliche einzige einzigen einzelne einzelnen interessante ernste viele vielen wenige
  sichere klare nächste nächsten aktuelle aktuellen heutige heutigen damalige damaligen eigene eigenen gewisse gewissen riesige gewaltige gewaltigen enorme`);

export const weakNouns = set(`
  bedeutung wichtigkeit rolle einfluss nutzen wert fokus entwicklung verbesserung zunahme anstieg rückgang wachstum fortschritt
  fortschritte aufmerksamkeit interesse unterstützung hilfe mangel vielfalt natur kontext gebiet arbeit gebrauch zukunft
  vergangenheit gegenwart erfolg qualität notwendigkeit einsatz umgang`);

export const weakVerbs = set(`
  verbessern verbessert erhöhen erhöht steigern steigert verringern reduzieren helfen hilft machen nutzen nutzt verwenden
  verwendet enthalten umfassen erlauben erlaubt ermöglichen ermöglicht bieten bietet zeigen zeigt zeigte zeigten schlagen
  erklären erklärt beschreiben beschreibt betonen betont brauchen braucht versuchen bleiben bleibt scheinen scheint bekommen
  bekommt nehmen nimmt geben gibt halten hält sagen sagt denken wissen weiß sehen sieht finden findet kommen kommt gehen geht
  gilt gelten galt galten führt führen führte führten entsteht entstehen entstand bilden bildet`);

export const unspecified = set(`
  andere anderen anderer anderes viele vielen mehrere mehreren neue neuen zusätzliche weitere weiteren verschiedene
  verschiedenen bestimmte bestimmten solche solchen einige einigen manche manchen diverse diversen zahlreiche zahlreichen`);

/** Preterites and presents of strong verbs, without prefix: they do not end like verbs. */
export const strongVerbForms = set(`
  brach fiel stieg sank ging kam gab ließ hieß schrieb fand lag stand begann gewann verlor nahm sah wuchs starb zog schuf trat
  hielt blieb trug schlug sprach half warf gelang floh bot schloss lief rief fing griff riss schnitt stritt trieb wies schien
  schied mied lieh stieß verdarb drang sprang zwang sang klang schwamm rann sann glich strich schlich wich biss litt ritt bewarb
  galt traf maß las aß vergaß saß trank schob flog log wog bog goss schoss genoss floss kroch roch lud grub fuhr wusch erschrak lud
  brachen fielen stiegen sanken gingen kamen gaben brannte kannte nannte wusste dachte brachte weiß wuchs buk briet schwand wandte sandte`);

/** Forms that begin a line and are no nouns; the others are told by their endings. */
export const openingAdjectives = set(`
  neue viele große kleine alte junge gute hohe lange kurze frühe späte moderne heutige reine kalte warme heiße starke schwache
  dunkle helle tiefe flache schwere leichte feste freie rote grüne blaue weiße schwarze gelbe gesunde kranke reiche arme
  männliche weibliche erwachsene römische griechische deutsche französische englische britische chinesische arabische spanische italienische
  amerikanische russische europäische bekannte berühmte einfache echte ganze halbe tote lebende wilde zahme süße saure bittere kleinere
  größere höhere ältere jüngere schnellere langsame schnelle feuchte trockene nasse reife rohe frische künstliche`);

export const months = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember";

export const numberWords = `zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|hundert|zweihundert|dreihundert|vierhundert|fünfhundert|tausend|zweitausend|zehntausend`;

/** Opposites, in the form in which their inflected forms begin. */
export const antonyms = pairsOf(`
  groß/klein hoch/niedrig hoch/tief lang/kurz schnell/langsam stark/schwach heiß/kalt warm/kalt früh/spät alt/neu alt/jung
  gut/schlecht innere/äußere innen/außen obere/untere oben/unten vorne/hinten links/rechts rechte/linke nord/süd ost/west
  nördlich/südlich östlich/westlich reich/arm öffentlich/privat lokal/global positiv/negativ aktiv/passiv direkt/indirekt
  explizit/implizit statisch/dynamisch abstrakt/konkret theoretisch/praktisch quantitativ/qualitativ objektiv/subjektiv
  bewusst/unbewusst freiwillig/unfreiwillig natürlich/künstlich organisch/anorganisch männlich/weiblich dominant/rezessiv
  aerob/anaerob sauer/basisch fest/flüssig flüssig/gasförmig nass/trocken feucht/trocken hart/weich schwer/leicht dick/dünn
  tief/flach breit/schmal hell/dunkel tag/nacht morgen/abend sommer/winter frühling/herbst angebot/nachfrage import/export
  gläubiger/schuldner käufer/verkäufer ursache/wirkung theorie/praxis krieg/frieden leben/tod geburt/tod erfolg/misserfolg
  sieg/niederlage angriff/verteidigung zunahme/abnahme anstieg/rückgang steigt/sinkt steigt/fällt stieg/sank steigen/sinken
  gewinn/verlust maximum/minimum vergangenheit/zukunft qualität/quantität mehrheit/minderheit angeboren/erlernt
  sympathikus/parasympathikus arterien/venen räuber/beute anode/kathode oxidation/reduktion mitose/meiose konvex/konkav
  eukaryoten/prokaryoten katholiken/protestanten katholisch/evangelisch adel/volk einzahl/mehrzahl einatmen/ausatmen kurzfristig/langfristig
  kurzzeitgedächtnis/langzeitgedächtnis mann/frau männer/frauen lehrer/schüler eltern/kinder anfänger/experten dur/moll
  hell/dunkel zentral/dezentral horizontal/vertikal seriell/parallel zentralisiert/dezentralisiert teuer/billig teuer/günstig`);
