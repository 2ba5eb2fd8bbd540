import { pairsOf, set } from "../../language/closed-lists.ts";

/** Closed lists of French words, lower-cased. Data, not code: a word missing here is added here. */

/** "du", "des", "au" and "aux" hold an article. */
export const determiners = set(`
  le la les l' un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs chaque
  quelque quelques plusieurs tout toute tous toutes aucun aucune quel quelle quels quelles certains certaines divers diverses`);

export const pronouns = set(`
  je j' tu il elle on nous vous ils elles me m' te t' se s' lui eux moi toi soi y en ce c' ça cela ceci celui celle ceux
  celles celui-ci celle-ci ceux-ci celles-ci qui que qu' quoi dont où lequel laquelle lesquels lesquelles duquel auquel
  auxquels personne rien quelqu' chacun chacune autrui même mêmes`);

export const prepositions = set(`
  à de d' en dans par pour sur sous avec sans chez vers entre pendant depuis dès selon contre avant après durant malgré parmi
  jusque jusqu' jusqu'à outre hors sauf envers devant derrière près loin autour grâce lors afin via voire environ suivant`);

export const conjunctions = set("et ou mais donc or ni car");

export const subordinators = set(
  "que qu' si quand lorsque lorsqu' puisque puisqu' comme quoique quoiqu' bien tandis alors parce pourquoi comment combien",
);

export const auxiliaries = set(`
  suis es est sommes êtes sont étais était étions étiez étaient fus fut fûmes furent serai sera serons seront serais serait
  seraient sois soit soient fût été étant être ai as a avons avez ont avais avait avions aviez avaient eus eut eurent aurai
  aura auront aurait auraient ait aient eût eu ayant avoir peut peuvent pouvait pouvaient pourra pourrait pourraient put
  doit doivent devait devaient devra devrait devraient dut faut fallait faudra va vont allait allaient fait font faisait faisaient
  fit firent faire pouvoir devoir aller veut veulent`);

export const adverbs = set(`
  ne n' pas plus moins très trop peu assez aussi autant si tant bien mal mieux toujours jamais souvent parfois rarement encore
  déjà enfin ensuite puis alors ainsi donc ici là ailleurs partout hier aujourd'hui aujourd'hui demain maintenant désormais autrefois
  jadis tôt tard longtemps bientôt surtout seulement presque environ notamment également cependant toutefois néanmoins pourtant
  d'abord finalement généralement habituellement souvent seul seule seuls seules même plutôt davantage beaucoup quasi
  vraiment simplement directement non oui voici voilà oui quant`);

export const otherFunctionWords = set(`
  etc ex cf m mme y lieu fois autre autres tel telle tels telles chose premier première premiers premières dernier dernière
  derniers dernières propre propres ci là-bas quelqu'un lorsqu' comme fin faire`);

export const vagueHeads = set(`
  chose choses manière manières façon façons sorte sortes type types forme formes partie parties nombre quantité série ensemble
  niveau niveaux degré cas exemple exemples aspect aspects facteur facteurs raison raisons résultat résultats effet effets question
  questions fait faits idée idées notion sens morceau domaine domaines champ côté côtés fin début moyen moyens méthode méthodes processus
  procédé rôle but buts étape étapes phase état condition conditions situation position réponse différence différences changement
  usage besoin chance choix possibilité option élément éléments groupe groupes classe catégorie limite limites reste majorité minorité
  moitié tiers quart part variante source sources base cœur sujet objet tentative travail activité action événement temps moment
  période jour jours heure heures minute minutes seconde secondes semaine semaines mois an ans année années décennie décennies siècle
  siècles mot mots nom noms capacité tendance pouvoir valeur relation relations rapport lien liens mesure mesures lieu place espace
  taille longueur largeur durée direction milieu cours face égard titre faveur cause vue point points`);

export const genericWords = set(`
  homme hommes femme femmes gens personne personnes enfant enfants adulte adultes chercheur chercheurs chercheuse scientifique scientifiques
  savant savants expert experts auteur auteurs auteure historien historiens économiste économistes psychologue philosophe critique critiques
  étudiant étudiants élève élèves lecteur lecteurs utilisateur utilisateurs étude études recherche recherches article articles livre
  livres modèle modèles système systèmes donnée données information informations technique techniques technologie outil outils
  méthode approche performance expérience expériences tâche tâches projet projets produit produits service services entreprise
  entreprises organisation société sociétés équipe communauté monde vie pays état gouvernement industrie application logiciel solution
  solutions stratégie problème problèmes défi amélioration avantage avantages inconvénient risque risques succès qualité fonction
  fonctions structure structures environnement contexte contenu connaissance connaissances apprentissage compréhension pratique
  texte langue langage histoire nature développement milliers millions milliards`);

export const trivialAcronyms = set(
  "terre france paris europe amérique asie afrique allemagne angleterre italie espagne ia ue onu usa pc adn arn tv gps id pib sa ok us uk otan",
);

export const weakAdjectives = set(`
  nouveau nouvelle nouveaux nouvelles vieux vieille bon bonne bons bonnes mauvais mauvaise grand grande grands grandes petit petite petits
  petites important importante importants importantes significatif différent différente différents différentes semblable récent récente
  récents actuel actuelle moderne modernes commun commune divers certain certaine certains général générale particulier principal
  principale principaux majeur majeure simple simples complexe facile difficile possible nécessaire utile disponible meilleur
  meilleure meilleurs haut haute élevé élevée bas basse long longue longs court courte entier entière vrai vraie ancien ancienne tardif
  efficace fort forte faible propre supplémentaire unique seul seule intéressant sérieux énorme immense suivant suivante même mêmes
  premier première dernier dernière nombreux nombreuses plein pleine`);

export const weakNouns = set(`
  importance signification besoin rôle impact influence bénéfice valeur accent développement amélioration augmentation hausse baisse
  croissance changement progrès effort attention intérêt soutien aide manque présence variété nature contexte utilisation emploi
  avenir passé présent succès qualité`);

export const weakVerbs = set(`
  améliorer améliore augmenter augmente réduire réduit aider aide utiliser utilise utilisent inclure permet permettent permettre offrir
  offre montrer montre montrent suggère décrire décrit expliquer explique souligner considérer tenter rester reste devenir devient
  sembler semble obtenir donner donne prendre prend mettre met garder dire dit penser savoir voir trouver trouve venir vient aller
  constitue représente représentent existe existent`);

export const unspecified = set(`
  autre autres plusieurs nouveau nouvelle nouveaux nouvelles supplémentaire supplémentaires divers diverses certains certaines tel telle
  tels telles quelques nombreux nombreuses différents différentes`);

export const months =
  "[Jj]anvier|[Ff]évrier|[Mm]ars|[Aa]vril|[Mm]ai|[Jj]uin|[Jj]uillet|[Aa]oût|[Ss]eptembre|[Oo]ctobre|[Nn]ovembre|[Dd]écembre";

export const numberWords =
  "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt(?:-\\p{Ll}+)?|trente(?:-\\p{Ll}+)?|quarante(?:-\\p{Ll}+)?|cinquante(?:-\\p{Ll}+)?|soixante(?:-\\p{Ll}+)*|quatre-vingts?(?:-\\p{Ll}+)?|cent|deux cents|trois cents|cinq cents|mille|une (?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine)";

/** Peoples, whose names have capitals in French. */
export const demonyms = set(`
  suédois norvégien danois français française françaises allemand allemands allemande anglais anglaise espagnol espagnols italien italiens américain américains américaine européen
  européens européenne africain africains asiatique russe russes chinois japonais grec grecs romain romains arabe arabes juif juifs
  gaulois gauloise belge belges suisse suisses hollandais néerlandais portugais polonais polonaise turc turcs indien indiens britannique britanniques
  parisien parisiens parisienne autrichien autrichiens prussien prussiens égyptien égyptiens mexicain canadien canadiens québécois occidental
  occidentaux noir noirs blanc blancs chrétien musulman bourguignons normands bretons breton bretonne`);

/** Opposites, in the form in which their inflected forms begin. */
export const antonyms = pairsOf(`
  grand/petit haut/bas long/court rapide/lent vite/lentement fort/faible chaud/froid tôt/tard ancien/moderne ancien/nouveau vieux/jeune
  bon/mauvais interne/externe intérieur/extérieur supérieur/inférieur gauche/droite nord/sud est/ouest riche/pauvre public/privé local/mondial
  local/global national/international urbain/rural positif/négatif positive/négative actif/passif active/passive direct/indirect
  explicite/implicite statique/dynamique abstrait/concret théorique/pratique quantitatif/qualitatif objectif/subjectif conscient/inconscient
  volontaire/involontaire naturel/artificiel organique/inorganique masculin/féminin mâle/femelle dominant/récessif aérobie/anaérobie
  acide/basique solide/liquide sec/humide dur/mou lourd/léger épais/mince profond/superficiel large/étroit clair/sombre jour/nuit matin/soir
  été/hiver printemps/automne offre/demande importation/exportation créancier/débiteur acheteur/vendeur cause/effet théorie/pratique
  guerre/paix vie/mort naissance/mort succès/échec victoire/défaite attaque/défense hausse/baisse augmente/diminue monte/baisse gain/perte
  maximum/minimum passé/futur passé/avenir qualité/quantité majorité/minorité inné/acquis artère/veine prédateur/proie anode/cathode
  oxydation/réduction mitose/méiose convexe/concave eucaryote/procaryote catholique/protestant noblesse/peuple singulier/pluriel
  homme/femme professeur/élève parent/enfant débutant/expert majeur/mineur horizontal/vertical sympathique/parasympathique émetteur/récepteur`);
