import { describe, expect, test } from "vitest";
import type { CandidateKind } from "../../src/generation/candidates/candidate.ts";
import { generate } from "../../src/generation/generate.ts";
import { priors } from "../../src/generation/weights.ts";
import { plainText } from "../../src/notes/cloze-text.ts";
import type { SourceItem } from "../../src/sources/source.ts";
import { candidatesIn } from "../support/candidates-in.ts";

/** Each row: a sentence, a kind, and what that kind asks for in it (several gaps of one card joined by " / "). */
const rows: readonly (readonly [sentence: string, kind: CandidateKind, answers: readonly string[]])[] = [
  ["A single night of four hours of sleep reduces cell activity by about 70 percent.", "number", ["four hours", "70 percent"]],
  ["Huberman views sunlight within 30 to 60 minutes of waking.", "number", ["30 to 60 minutes"]],
  ["Light from the Sun takes about 8 minutes and 20 seconds to reach Earth.", "number", ["8 minutes and 20 seconds"]],
  ["Lehman Brothers failed with $613 billion in debt.", "number", ["$613 billion"]],
  ["About 1 in 250 people carry the gene.", "number", ["1 in 250"]],
  ["The plague killed between 30 and 50 percent of them.", "number", ["30 and 50 percent"]],
  ["Jupiter has four large moons: Io, Europa, Ganymede, and Callisto.", "number", []],
  ["The probe flew on an Ariane 5 rocket.", "number", []],
  ["One of them was wrong, and the two never met.", "number", []],
  ["The Bastille was stormed on 14 July 1789 by a crowd.", "date", ["14 July 1789"]],
  ["Apollo 11 landed on July 20, 1969, near the equator.", "date", ["July 20, 1969"]],
  ["The war lasted from 1914 to 1918 and killed millions.", "date", ["1914 to 1918"]],
  ["The 2008 crisis was a run on banks.", "date", []],
  ["On its voyage in 1761 and 1762 the clock lost five seconds.", "date", ["1761 and 1762"]],
  ["The orchards need over a million colonies every spring.", "number", ["a million"]],
  ["Cooks rice instead of ordering a late dinner with the neighbours.", "contrast", []],
  ["A winter coat weighs about two kilograms, while summer coats of wool weigh half of that.", "pair", []],
  ["A sommelier tells the cork taint from the vinegar sting by smell.", "term", ["sommelier", "cork taint", "smell"]],
  ["The captain was eighty years old by then.", "number", ["eighty years old"]],
  ["A godwit, tag 234684, flew for eleven days.", "number", ["eleven days"]],
  ["The paper is about godwits before departure (Piersma & Gill, 1998), and it is short.", "name", []],
  ["Winter bees are different from summer bees although they share all their genes.", "pair", []],

  ["In one trial the clock ran for over one hundred days.", "number", ["one hundred days"]],
  ["Each gull carried a logger weighing 2.5 g.", "number", ["2.5 g"]],
  ["The kiln reached 980 °C within hours.", "number", ["980 °C"]],
  ["The lighthouse is 38 metres high and painted white.", "number", ["38 metres high"]],
  ["The train moves at 300 km an hour on that line.", "number", ["300 km an hour"]],
  ["The signal is carried by interleukin 6, a small protein.", "number", []],
  ["She won seven of ten races that summer.", "number", ["seven of ten"]],
  ["Around half a million weavers left the valley.", "number", ["half a million"]],
  ["The herald knows more than a hundred thousand verses.", "number", ["a hundred thousand"]],
  ["Grain rotted along the few hundred yards of quay.", "number", []],
  ["A few hundred weavers stayed in the valley.", "number", ["A few hundred"]],
  ["The bank lent the city £2.4 bn in one week.", "number", ["£2.4 bn"]],
  ["The barn holds 12 to 14 lb of honey a week.", "number", ["12 to 14 lb"]],
  ["The wreck lies at 43°N under the ice.", "number", ["43°N"]],
  ["Two scribes, Odo aged 81, signed the deed.", "number", ["Two", "81"]],
  ["The dam burst at 4:17 in the morning.", "number", ["4:17"]],
  ["Of it all he read Rakos ch. 3–4 and Boll p. 31.", "number", []],
  ["Both 2- and 3-year-olds copied the odd order of the words.", "number", []],
  ["In the end 20 and 40 ft won over all other lengths.", "number", []],
  ["No crowd stands still for a ten minutes' exposure in the square.", "number", []],
  ["The Bell Club had twenty members, one per parish, and a cook.", "number", []],
  ["A child may understand 150 words and say 10.", "number", []],
  ["Guesses at its age run from >4 Ga to <1 Ga.", "number", []],
  ["Until 1983ish one clerk kept the register in Ghent.", "number", []],
  ["Okafor sailed from Torre do Tombo in May.", "name", ["Okafor", "Torre do Tombo"]],
  ["The mill at Barrow upon Humber burned in May.", "name", ["Barrow upon Humber"]],
  ["The dealer ships coins from Delos, Egypt, Spain, Sicily to the north.", "name", []],
  ['On hearing "Odo the cart gopping" most children put the verb last.', "name", []],
  ["In the log it crashed at G. So the first word was short.", "name", []],
  ["All rows were kept in HOSTS.TXT on one machine.", "name", []],
  ["Lindqvist in Ghent had to recall its boats in 1989.", "when", []],
  ["Kent 61–58 was the vote that counted.", "number", []],
  ["A booklet comparing coastal and inland trade is lost.", "term", ["booklet"]],
  ["In the late fourth century the ferry stopped.", "date", []],
  ["Ode, of Frisian father and Danish mother, rebelled twice.", "name", []],
  ["Door-to-door can spread the rumour within hours.", "term", ["rumour", "hours"]],
  ["Guests were bakers, brewers, coopers, sailors rather than mill owners.", "contrast", []],
  ["Screening task: 2% faulty, 90% found, about 5% false alarms, one broken lens.", "term", []],
  ["The rule was laid down in Marsh v. Holt by two judges.", "name", ["Marsh v. Holt"]],
  ["The relic was kept in St Olaf's old chapel for years.", "name", ["St Olaf's old chapel"]],
  ["Compare Ludovici, who counts every bridge of the region.", "name", ["Ludovici"]],
  ["The barn was shut from Sept. to May.", "name", []],
  ["It was drawn by the Danish printer Thorvald Bing.", "name", ["Thorvald Bing"]],
  ["Weavers copied the Jacquard years before Lyon did.", "name", ["Jacquard", "Lyon"]],
  ["The Zorvex virus is one of the commonest viruses of bees.", "name", ["Zorvex"]],
  ["The milk is kept at body pH in a steel drum.", "name", []],
  ["They dug for salt in Peru/N. Chile.", "name", []],
  ["The song came from a woman enslaved in her youth.", "term", ["song", "woman", "youth"]],
  ["In the fourth century the ferry stopped.", "date", ["fourth"]],
  ["No fleets of a thousand barges came up the canal.", "number", []],
  ["Take the case of a clock that is always 5 minutes fast.", "number", []],
  ["Older guides say 12 to 14 for the loaf.", "number", []],
  ["Fresh yeast does not spoil the dough two days later.", "number", []],
  ["In over a hundred trials the plain ruler won.", "number", []],
  ["In over a hundred trials at Delft the plain ruler won.", "number", ["a hundred"]],
  ["Screening task: 2% faulty, 90% found, about 5% false alarms.", "number", []],
  ["Kent 61–58 was the vote that counted.", "name", []],
  ["An old carp can live past forty.", "number", []],
  ["United 862 landed without its gear.", "number", []],
  ["Scales of 17, 29 and 41 steps were tried.", "number", []],
  ["Last spring whole 737 fleet was grounded.", "number", []],
  ["After the fire the whole 737 fleet stayed on the ground.", "number", []],
  ["Otters greet each other with a high five.", "number", []],
  ["About 12 of the 40 voted against it.", "number", ["12"]],
  ["Six wheels of seven rings hold 42 letters.", "number", []],
  ["An astrologer gave the 12 houses of the zodiac their lords.", "number", []],
  ["The law of AD 212 made them all citizens.", "date", ["AD 212"]],
  ["The treatise (c. 90–85 BC) is the oldest of them.", "date", ["90–85 BC"]],
  ["Her folding lamp (1927/28) was copied everywhere.", "date", ["1927/28"]],
  ["A survey put the 2011–2014 risk at one in ninety.", "date", []],
  ["The claim for the fence was barred by the 1959 Act.", "name", []],
  ["The formula holds if A < QX, which is rare.", "name", []],
  ["The bell was found near Lund in Sweden by chance.", "name", ["Sweden"]],
  ["In 1931 the comet was originally first seen from Java.", "when", []],
  ["The guild paid for a window in 1931 - a century late.", "when", ["1931"]],
  ["The Aqua Appia was built in 312 BC under Appius Claudius.", "date", ["312 BC"]],
  ["The army crossed the river on 10 January 49 BC with a single legion.", "date", ["10 January 49 BC"]],
  ["They march in May without any reason.", "date", []],
  ["The index lost half between October 2007 and March 2009 at its worst.", "date", ["October 2007 and March 2009"]],
  ["The index passed its December 1989 peak after decades.", "date", []],
  ["The face first appeared in print on the third of October 1932.", "date", ["third of October 1932"]],
  ["The neighbour principle was stated by Lord Atkin (p. 580).", "number", []],
  ["Andrea Ghez shared the Nobel Prize in Physics with two others.", "name", ["Andrea Ghez", "Nobel Prize in Physics"]],
  ["Paul Samuelson asked for it in his article Challenge to Judgment.", "name", ["Paul Samuelson", "Challenge to Judgment"]],
  ["Nobody solved the puzzle before Einstein's equations came.", "name", ["Einstein's equations"]],
  ["He bet against them with an S&P 500 fund.", "name", []],
  ["Barber and Odean showed that households lose by trading.", "name", ["Barber and Odean"]],
  ["The hole is described by three numbers: mass, charge, and spin, nothing else.", "list", ["mass / charge / spin"]],
  ["The Bastille was stormed on 14 July 1789.", "when", ["14 July 1789"]],
  ["Napoleon Bonaparte seized power in the Coup of 18 Brumaire.", "name", ["Napoleon Bonaparte", "Coup of 18 Brumaire"]],
  ["The tests compare it with StableLM 3B on every task.", "name", ["StableLM 3B"]],
  ["It was cut by the punchcutter Francesco Griffo in Venice.", "name", ["Francesco Griffo", "Venice"]],
  ["The lahar killed people in Armero, Colombia, within hours.", "name", ["Armero"]],
  ["Milutin Milanković studied how the orbit of the planet drives ice ages.", "name", ["Milutin Milanković"]],
  ["The virus was found by Arno Penzias and Robert Wilson near Paris.", "name", ["Arno Penzias and Robert Wilson", "Paris"]],
  ["He worked at St Mary's Hospital for years.", "name", ["St Mary's Hospital"]],
  ["The NSDAP won 37.3 per cent of the vote.", "number", ["37.3 per cent"]],
  ["Testing won after 2 days and after 1 week.", "number", []],
  ["The ban of 1942 to 1944 left bebop without records.", "date", ["1942 to 1944"]],
  ["The law held wages at the level of 1346.", "date", []],
  ["The Dawes Plan of 1924 brought loans to the state.", "date", ["1924"]],
  ["He found that some Spanish learned at school lasts.", "name", []],
  ["Then the English readers changed what Jewish communities told.", "name", []],
  ["Then Hindenburg appointed Hitler chancellor.", "name", ["Hindenburg", "Hitler"]],
  ["She won a prize with River: The Joni Letters.", "name", []],
  ["Often Henry Molaison, known as H.M., traced a star.", "name", ["Henry Molaison"]],
  ["Mix related problems in one session instead of practising one kind.", "contrast", []],
  ["An update writes a new version of rows instead of changing the old one.", "pair", []],
  ["It lasts when retrieved with effort, at growing intervals and with attention.", "term", ["effort"]],
  ["It keeps messages on disk, unlike a traditional queue.", "term", ["messages", "disk"]],
  ["A note names a central executive, a loop and a visual sketchpad.", "term", ["note"]],
  ["Concrete made with volcanic ash hardens under water and often grows stronger.", "term", ["volcanic ash", "water"]],
  ["They watch earthquakes, swelling of the ground and changes in gas.", "term", ["gas"]],
  ["Geologists measure the heights of many mountains.", "subject", ["Geologists"]],
  ["Landlords tried to freeze the wages of free workers.", "subject", []],
  ["The chain bends because the Pacific plate or its hot spot turned.", "name", []],
  ["The Aqua Virgo still feeds the Trevi Fountain today.", "name", ["Aqua Virgo", "Trevi Fountain"]],
  ["Cepeda and his colleagues measured the best gap.", "term", ["best gap"]],
  ["Git stores content as snapshots rather than as differences.", "contrast", ["snapshots"]],
  ["The crisis was a run on the shadow banking system, not on ordinary banks.", "contrast", ["shadow banking system"]],
  ["Use integer addition instead of multiplication.", "contrast", ["integer addition"]],
  ["The revolt was caused less by hunger than by debt.", "contrast", ["debt"]],
  ["Memory is more like a river than like a library.", "contrast", ["river"]],
  ["Caches are not a cure but a painkiller.", "contrast", ["painkiller"]],
  ["Photosynthesis converts light energy into chemical energy stored in glucose.", "pair", ["light / chemical"]],
  ["Rent control protects existing tenants at the expense of future tenants.", "pair", ["existing / future"]],
  ["Aligned incentives help a team, but unaligned incentives ruin its work.", "pair", ["Aligned / unaligned"]],
  ["Friends made in good years decide who is helped when bad years come to a village.", "pair", []],
  ["Local thrift often creates global waste where harbours answer to nobody.", "pair", []],
  ["Ada Kern at the mint in the 1920s: copper cathode, zinc anode, just over 1 V.", "pair", []],
  ["Traditional kilns lose more heat in a winter than gas-fired kilns of the same size.", "pair", []],
  ["Nobody knows how so rich a harbour could grow in such poor, flat country.", "pair", []],
  ["Northern lakes hold more trout (see the map of the southern shore), says the warden.", "pair", []],
  ["Streets built for cars exclude older people, disabled people, and every child.", "pair", []],
  ["Felt on the upper side, leather on the lower side.", "pair", ["upper / lower"]],
  ["Large and small firms hire many more people in spring.", "pair", []],
  [
    "The inner ear consists of the cochlea, the vestibule and the semicircular canals.",
    "list",
    ["cochlea / vestibule / semicircular canals"],
  ],
  ["A membrane has two jobs, or so they say: letting food in, keeping poison out and sending signals.", "list", []],
  ["The four tastes are sweet, sour, salty and bitter.", "list", ["sweet / sour / salty / bitter"]],
  ["The Brontë sisters were Charlotte, Emily and Anne.", "list", ["Charlotte / Emily / Anne"]],
  ["Earth has three layers, the crust, the mantle, and the core.", "list", ["crust / mantle / core"]],
  ["The guild had three houses: a dye works by the river, a school in Bruges and finally a chapel.", "list", []],
  ["The guild owned three things: a dye works that stood by the river, a school and a chapel.", "list", []],
  ["Lorenz taught three geese to ring a bell: Max, Albert and Karl.", "list", []],
  ["An argument has six parts: claim, grounds, warrant, backing, qualifier and rebuttal.", "list", []],
  ["Reefs are threatened by heat, acid and dynamite.", "list", []],
  ["The test scores include advice rate, accuracy, and total score.", "list", ["advice rate / accuracy / total score"]],
  [
    "Rocks are classified into igneous rocks, sediments, and metamorphic rocks.",
    "list",
    ["igneous rocks / sediments / metamorphic rocks"],
  ],
  ["Hartman & Sons sold the term after a long strike.", "name", ["Hartman & Sons"]],
  ["He drew them with the letters C to M on turning wheels.", "name", []],
  ["The P–O bonds of the molecule hold its energy.", "name", []],
  ["Peter of Ravello's Griffin (1491) turned it around again.", "name", ["Peter of Ravello", "Griffin"]],
  ["Often Virginia Woolf's Orlando (1928) is read aloud.", "name", ["Virginia Woolf", "Orlando"]],
  ["Most chips come through the manufacturer TSMC.", "name", ["TSMC"]],
  ["Trade goes by sea, according to UNCTAD estimates.", "name", ["UNCTAD"]],
  ["Notes were read aloud by Wilson as F. was too weak.", "name", ["Wilson"]],
  ["He wrote that “I'm leaving the world of Socrates”.", "name", ["Socrates"]],
  ["Malcolm Reed, a brewing entrepreneur from North Dakota, made cans.", "name", ["Malcolm Reed"]],
  ["A self-taught potter from Somerset built the best kiln.", "name", []],
  ["A letter from Galileo reached the court in spring.", "name", ["Galileo"]],
  ["Sponges built the first of them, and in the Devonian big sharks ate them.", "name", ["Devonian"]],
  ["In Nelson (NZ) they learned to turn off lamps.", "name", ["Nelson"]],
  ["The paper said: “We stop the Press to announce that the rot reached Wexford.”", "name", ["Wexford"]],
  ["Old ports such as London and Marseille lost their docks.", "name", []],
  ["Small places like Harwick prospered by rail.", "name", []],
  ["It stands in Rakos ch. 3 of the reader.", "name", ["Rakos"]],
  ["Then Villa am Wald was bought by a painter.", "name", ["Villa am Wald"]],
  ["Old rows are kept apart by CLOUD (Compact Log Of Unused Data).", "name", []],
  ["Old rows are kept apart by TROUT (The Row-Oriented Unused Table).", "acronym", ["The Row-Oriented Unused Table"]],
  ["After Kenyatta's came off the road was clear.", "name", []],
  ["In a 2011 Stanford experiment, mice swam twice as far.", "name", []],
  ["The jersey went to Kathleen Sweeney's numbered run.", "name", ["Kathleen Sweeney"]],
  ["He handed out the ACT badges (“Always Cook Together”).", "name", []],
  ["Freight is counted in FEU, which stands for a forty-foot equivalent unit of length.", "name", []],
  [
    "Freight is counted in FEU, which stands for a forty-foot equivalent unit of length.",
    "acronym",
    ["forty-foot equivalent unit"],
  ],
  ["FEU: forty-foot equivalent unit.", "acronym", ["forty-foot equivalent unit"]],
  ["FEU, which stands by the road, is a barn.", "acronym", []],
  ["The upper docks closed between the late 1950s and 1972.", "date", []],
  ["Sleep lasts eight hours, according to Basel research in 1987.", "date", []],
  ["The upper docks closed between 1950 and 1972.", "date", ["1950 and 1972"]],
  ["The acronym ACID stands for what a database promises.", "name", ["ACID"]],
  ["Well temperaments (Werckmeister, Kirnberger, Vallotti) leave every key usable.", "name", []],
  ["Harry Partch wrote Genesis of a Music in the desert.", "name", ["Harry Partch", "Genesis of a Music"]],
  ["The Limitation Act 1980 allows three years.", "name", []],
  ["The tool is used by Ruritania, Grand Fenwick and Freedonia.", "name", []],
  ["Gross domestic product (GDP) measures output.", "acronym", ["Gross domestic product"]],
  ["A conflict-free replicated data type (CRDT) merges.", "acronym", ["conflict-free replicated data type"]],
  ["The JVM (Java Virtual Machine) runs bytecode.", "acronym", ["Java Virtual Machine"]],
  ["The committee (see above) met twice.", "acronym", []],
  [
    "We may fail either because the disk is full or because the cable is cut.",
    "either",
    ["the disk is full", "the cable is cut"],
  ],
  ["Readers may reorder events if the clock drifts backwards.", "condition", ["the clock drifts backwards"]],
  ["The cost of storage falls exponentially.", "adverb", ["exponentially"]],
  ["Teams cut costs by reusing old parts.", "means", ["reusing old parts"]],
  ["The song was sung by singing nuns, and people wept.", "means", []],
  ["Weld's constant is hardly affected by alloying or heat treatment.", "means", []],
  ["The early version has lots of solutions, not all at the centre.", "contrast", []],
  ["The harm is done at the surface, not within.", "contrast", []],
  ["The harm is done at the surface, not in the core.", "contrast", ["surface"]],
  ["Guilds declined because trade moved to the coast, the older towns kept none.", "reason", ["trade moved to the coast"]],
  [
    "Guilds declined because trade moved to the coast, to Antwerp and to Bruges.",
    "reason",
    ["trade moved to the coast, to Antwerp and to Bruges"],
  ],
  ["Sleep pressure builds up because adenosine accumulates in the brain.", "why", ["adenosine accumulates in the brain"]],
  ["Deployment became harder due to high energy consumption.", "reason", ["high energy consumption"]],
  ["Osmosis is the movement of water across a membrane.", "definition", ["the movement of water across a membrane"]],
  ["A currency is the only thing that they share.", "definition", []],
  ["Rare tokens constrain the recall of long passages.", "subject", ["Rare tokens"]],
  ["Landlords lowered the rent of empty farms by half.", "subject", ["Landlords"]],
  ["The heart has four chambers.", "count", ["four"]],
  ["The hand contains about 27 bones in most adults.", "count", ["27"]],
  ["A stomach has four chambers, which all cows share.", "count", []],
  ["The war had 1918 endings.", "count", []],
  ["A barometer measures the pressure of the air.", "object", ["the pressure of the air"]],
  ["A barometer measures it.", "object", []],
  ["A barometer measured the pressure of the air.", "object", []],
  ["A cause has a visible effect.", "object", []],
  [
    "Complecting means braiding together things that should be kept apart.",
    "meaning",
    ["braiding together things that should be kept apart", "Complecting"],
  ],
  [
    "Sharding means that rows of one table live on several machines.",
    "meaning",
    ["that rows of one table live on several machines"],
  ],
  ["This means trouble for the old king.", "meaning", []],
  ["A ship uses ballast to lower its centre of gravity.", "purpose", ["to lower its centre of gravity"]],
  ["Sidecars are used to encrypt traffic.", "purpose", ["to encrypt traffic"]],
  ["The king tried to freeze the wages.", "purpose", []],
  ["Locks let one thread at a time have the ability to change shared state.", "purpose", []],
  ["Old walls were easy to breach with cannons.", "purpose", []],
  ["When a cell divides, its spindle pulls the chromosomes apart.", "action", ["pulls the chromosomes apart"]],
  ["A spindle pulls the chromosomes apart.", "action", []],
  ["When a girder bends, its lower flange stretches slightly.", "action", []],
];

test("every kind has a sentence that it is found in", () => {
  const found = new Set(rows.filter(([, , answers]) => answers.length > 0).map(([, kind]) => kind));
  const elsewhere: readonly string[] = ["author", "completion", "modifier", "who"];
  expect(Object.keys(priors).filter((kind) => !found.has(kind as CandidateKind) && !elsewhere.includes(kind))).toEqual([]);
});

test.each(rows)("in “%s” the %s is %j", (sentence, kind, answers) => {
  expect(answersIn(sentence, kind)).toEqual(answers);
});

/** What stands in the gap, to say what is asked for. */
const hints: readonly (readonly [sentence: string, answer: string, hint: string | undefined])[] = [
  ["Two scribes, Odo aged 81, signed the deed.", "81", "how old?"],
  ["The dam burst at 4:17 in the morning.", "4:17", "what time?"],
  ["Plant the rows about two feet apart.", "two feet apart", "how far apart?"],
  ["The wreck lies at 43°N under the ice.", "43°N", "what latitude?"],
  ["She won seven of ten races that summer.", "seven of ten", "how many of how many?"],
  ["About 12 of the 40 voted against it.", "12", "how many?"],
  ["The law of AD 212 made them all citizens.", "AD 212", "which year?"],
  ["They made the law in the year AD 212.", "AD 212", undefined],
  ["The Nordal Psalter, 771: oldest book of the island.", "771", "which year?"],
  ["Bergen Letters, 412/413, from a sunken mill.", "412/413", "which years?"],
  ["She was 71 and still kept bees.", "71", "how old?"],
  ["Mendel was 41 when he lost his garden.", "41", "how old?"],
  ["Amber beads were rare; over 340 found in Uppland, mostly in graves.", "340", "how many?"],
  ["Of such kilns only about 90 survive today.", "90", "how many?"],
  ["The Northern X carried forty barrels to Tampa.", "Northern X", undefined],
  ["In the end Louis IX carried the relic to Paris.", "Louis IX", "who?"],
  ["Her folding lamp (1927/28) was copied everywhere.", "1927/28", "which years?"],
  ["The barge sank because of a worn rivet.", "a worn rivet", undefined],
  ["Teams cut costs by reusing old parts.", "reusing old parts", undefined],
  ["The ferry left at 8:30 a.m. with a full hold.", "8:30 a.m.", "what time?"],
  ["The hare weighed 4 lb 6 oz when caught.", "4 lb 6 oz", "how much?"],
  ["In the mid-1850s the mill burned down.", "mid-1850s", "when?"],
  ["The slope is 12 degrees on the north side.", "12 degrees", "how many degrees?"],
  ["The sloop made 11 knots before the wind.", "11 knots", "how fast?"],
  ["Mozart died at the age of 35 in Vienna.", "35", undefined],
  ["Readers may reorder events if the clock drifts backwards.", "the clock drifts backwards", undefined],
  ["In Noricum after 171 you find hoards of coins under floors.", "171", "which year?"],
  ["Ropes fall a factor of 120 or more short of what hemp could bear.", "120", "what number?"],
  ["Prices rose to about six million in 1932.", "six million", "what number?"],
  ["The barn shelters about thirty known species of moth.", "thirty", "how many?"],
  ["Okafor at 35 was still a clerk in Ghent.", "35", "what age?"],
  ["Infants follow a pointing hand from about 14 months.", "14 months", "what age?"],
  ["The kiln burned for 14 months without a pause.", "14 months", "how long?"],
  ["The lutenist chose 18:17 for each fret of the neck.", "18:17", "what ratio?"],
  ["The bell rings at 440 Hz on a dry day.", "440 Hz", "what frequency?"],
  ["Each page of the store holds 8 kB of rows.", "8 kB", "what size?"],
  ["The Alpine rise goes up at 15 cm/yr in the south.", "15 cm/yr", "how fast?"],
  ["The line from Ghent carries 50 kbit/s.", "50 kbit/s", "how fast?"],
  ["Rock of the shield goes back to about 4 Ga.", "4 Ga", "what age?"],
  ["Dry peat stores around 12 MJ/kg when pressed.", "12 MJ/kg", "what value?"],
  ["Okafor won the race in 2:41:07, a record.", "2:41:07", "what time?"],
  ["The slope falls by 12° towards the river.", "12°", "how many degrees?"],
  ["The tall crate is 9 ft 6 in over all.", "9 ft 6 in", "what distance?"],
  ["Stephen Marlow, a Dorset weaver, hid the seal in a loaf.", "Stephen Marlow", "who?"],
  ["Stephen Marlow's drawings made the mill famous.", "Stephen Marlow", undefined],
  ['Okafor: "The river gives, and the river takes away."', "Okafor", "who?"],
  ["Lindqvist: knew in 1819 that salt fixes the dye.", "Lindqvist", "who?"],
];

test.each(hints)("“%s” asks for “%s” with the hint %j", (sentence, answer, hint) => {
  const found = candidatesIn(sentence).filter(
    ({ spans: [span], question }) => !question && span && sentence.slice(span.start, span.end) === answer,
  );
  expect(found.length).toBeGreaterThan(0);
  for (const candidate of found.slice(0, 1)) expect(candidate.hint).toBe(hint);
});

test("each sentence of a line is read by itself", () => {
  const text =
    "Bronze resists the sea. Harsh winters ended the trade in 1177, and the copper mines of Cyprus closed. Mind the gap.";
  expect(answersIn(text, "name")).toEqual(["Cyprus"]);
  const { notes } = generate({ authors: [], items: [{ section: "facts", text, line: 1 }], emptySections: [] });
  const fronts = notes.map(({ draft }) =>
    draft.kind === "cloze" ? plainText(draft.text) : draft.kind === "question" ? draft.question : "",
  );
  expect(fronts.length).toBeGreaterThan(0);
  for (const front of fronts) expect(front).not.toContain("Bronze");
  for (const { draft } of notes) expect(draft.source).toBe(text);
});

/** The questions that are asked in so many words. */
const questions: readonly (readonly [sentence: string, question: string])[] = [
  ["Sleep pressure builds up because adenosine accumulates in the brain.", "Why does sleep pressure build up?"],
  ["The king fled because he feared the crowd.", "Why did the king flee?"],
  ["A miller stops the wheel by lowering the sluice gate.", "How does a miller stop the wheel?"],
  ["The dyers of Leiden doubled their output by heating the vats with peat.", "How did the dyers of Leiden double their output?"],
  ["Augustus wept because his heir had died.", "Why did Augustus weep?"],
  ["Trelawney at the Admiralty saw the letters in 1848.", "In which year did Trelawney at the Admiralty see the letters?"],
  ["Rubisco makes mistakes because oxygen resembles carbon dioxide.", "Why does Rubisco make mistakes?"],
  [
    "Because the nobility was exempt from most taxes, the burden fell on the Third Estate.",
    "Why did the burden fall on the Third Estate?",
  ],
  ["Prices must rise because supply has fallen.", "Why must prices rise?"],
  ["The army took the bridge and then burned it because the enemy came closer.", "Why did the army burn the bridge?"],
  ["The telescope was cooled because its mirror radiates heat.", "Why was the telescope cooled?"],
  ["The comet was discovered by Caroline Herschel in 1786.", "In which year was the comet discovered by Caroline Herschel?"],
  ["Consensus can make progress only if a majority of nodes answers.", "Under what condition can consensus make progress?"],
  ["A ribosome is a machine that translates messenger molecules.", "What is a ribosome?"],
  ["Fluency misleads learners because text feels known.", "Why does fluency mislead learners?"],
  ["Germany joined the League of Nations in 1926.", "In which year did Germany join the League of Nations?"],
  [
    "The band released a record, Livery Stable Blues, in 1917.",
    "In which year did the band release a record, Livery Stable Blues?",
  ],
  ["Ada Lovelace described the engine in seven notes.", "Who described the engine in seven notes?"],
  ["Louis XIV revoked the Edict of Nantes in 1685.", "Who revoked the Edict of Nantes in 1685?"],
  ["Louis XIV revoked the Edict of Nantes in 1685.", "In which year did Louis XIV revoke the Edict of Nantes?"],
  ["In 1953, James Watson and Francis Crick described the double helix.", "Who described the double helix in 1953?"],
  ["In 1898 Spain lost its last colonies in America.", "In which year did Spain lose its last colonies in America?"],
  ["The bridge collapsed on 7 November 1940, four months after it opened.", "When did the bridge collapse?"],
  [
    "Robin Hill showed in 1937 that isolated chloroplasts can make oxygen.",
    "In which year did Robin Hill show that isolated chloroplasts can make oxygen?",
  ],
  ["The law was passed in 1832 after the riots.", "In which year was the law passed after the riots?"],
  ["The heart has four chambers.", "How many chambers does the heart have?"],
  ["The hand contains about 27 bones in most adults.", "How many bones does the hand contain in most adults?"],
  ["A barometer measures the pressure of the air.", "What does a barometer measure?"],
  ["Complecting means braiding together things that should be kept apart.", "What does complecting mean?"],
  [
    "Complecting means braiding together things that should be kept apart.",
    "Which term means braiding together things that should be kept apart?",
  ],
  ["A node must not answer unless a majority has voted for it.", "Under what condition must a node not answer?"],
  ["Geologists measure the heights of many mountains.", "Who measures the heights of many mountains?"],
  [
    "The tuning drifts in the cold. O. L. Railsback measured the curve in 1938.",
    "In which year did O. L. Railsback measure the curve?",
  ],
  ["The tuning drifts in the cold. O. L. Railsback measured the curve in 1938.", "Who measured the curve in 1938?"],
  [
    "In 2005 Bradley Lehman argued that the squiggle encodes a tuning recipe.",
    "Who argued in 2005 that the squiggle encodes a tuning recipe?",
  ],
  ["Roger Penrose, Reinhard Genzel, and Andrea Ghez shared the prize of 2020.", "Who shared the prize of 2020?"],
  ["Eliud Kipchoge ran 1:59:40 in Vienna, which was not eligible.", "Who ran 1:59:40 in Vienna?"],
  ["Templating refers to patterns that repeat within a passage.", "What does templating refer to?"],
  ["The Titanic sank in 1912 partly because its rivets held too much slag.", "Why did the Titanic sink in 1912?"],
  ["The tower was finished in 1889 after two years, two months, and five days.", "In which year was the tower finished?"],
  ["Tempering refers to reheating hardened steel to make it less brittle.", "What does tempering refer to?"],
  ["Napoleon Bonaparte seized power in the Coup of 18 Brumaire.", "Who seized power in the Coup of 18 Brumaire?"],
  ["Seeking advice from experts improves the judgement of agents.", "What improves the judgement of agents?"],
  ["RL training lowers the human cost of later reviews.", "What lowers the human cost of later reviews?"],
  ["Templating refers to patterns that repeat within a passage.", "Which term refers to patterns that repeat within a passage?"],
  ["Rare tokens constrain the recall of long passages.", "What constrains the recall of long passages?"],
];

test.each(questions)("“%s” is asked as “%s”", (sentence, question) => {
  expect(candidatesIn(sentence).flatMap((candidate) => candidate.question?.question ?? [])).toContain(question);
});

test("a kind of a thing is asked for where the note tells three kinds of it apart", () => {
  const lines = [
    "Semantic memory holds what the words of a language mean.",
    "Episodic memory holds what happened where and when.",
    "Procedural memory survives when the others fade.",
  ];
  const items = lines.map((text, index): SourceItem => ({ section: "facts", text, line: index + 1 }));
  const { lines: reports } = generate({ authors: [], items, emptySections: [] }, { explain: true });
  const asked = reports.flatMap(({ candidates }) => candidates.filter(({ kind }) => kind === "modifier"));
  expect(asked.map(({ front, answer }) => `${front} → ${answer}`)).toContain(
    "[what kind of?] memory holds what happened where and when. → Episodic",
  );
});

test("a kind is not asked for with its opposite in sight", () => {
  const lines = ["Thin glass is strong.", "So thin glass needs no cure. Thick glass has been made weak by cracks."];
  const items = lines.map((text, index): SourceItem => ({ section: "facts", text, line: index + 1 }));
  const { lines: reports } = generate({ authors: [], items, emptySections: [] }, { explain: true });
  expect(reports[1]?.candidates.filter(({ kind }) => kind === "modifier")).toEqual([]);
});

describe("no question is asked where the parse is in doubt", () => {
  test.each([
    "Victor wept because his heir had died.",
    "Hexagons use the least wax, which matters because wax is costly.",
    "They left because the harvest failed.",
    "What the king wanted failed because the army refused.",
    "It rained because clouds gathered.",
    "Depth of processing matters more than time spent because meaning leaves more cues.",
  ])("%s", (sentence) => {
    expect(candidatesIn(sentence).some(({ kind, question }) => kind === "why" && question)).toBe(false);
  });
});

function answersIn(sentence: string, kind: CandidateKind): readonly string[] {
  const answers = candidatesIn(sentence)
    .filter((candidate) => candidate.kind === kind)
    .map(({ spans }) => spans.map(({ start, end }) => sentence.slice(start, end)).join(" / "));
  return [...new Set(answers)];
}
