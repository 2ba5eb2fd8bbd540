import { set } from "../language/closed-lists.ts";

/** First names as they are met in European languages: they tell a person where every noun has a capital. */
export const givenNames = set(`
  Ada Adam Adele Adolf Adrian Agnes Alan Albert Alberto Albrecht Alessandro Alex Alexander Alexandre Alexandra Alexis Alfred
  Alice Amalie Ana Anders André Andrea Andreas Andrew Angela Anita Anna Annie Anne Anselm Anton Antoine Antonio Antonín Aretha Aristide Arnold
  Arthur Astrid August Auguste Augustin Barbara Beatrice Ben Benedikt Benjamin Bernard Bernhard Bernd Bert Bertha Berthold
  Bertolt Bertrand Bettina Bill Birgit Blaise Bob Boris Brian Brigitte Bruno Camille Carl Carla Carlo Carlos Carol Caroline
  Caspar Catherine Cecilia Charles Charlotte Chris Christian Christiane Christine Christoph Christopher Claire Clara Claude
  Claudia Claus Clemens Colette Cornelia Dagmar Daniel Daniela David Denis Diana Diane Dieter Dietrich Dirk Dmitri Dominique
  Donald Dora Dorothea Doris Edgar Edith Edmund Edouard Édouard Eduard Edward Elena Eleonore Elias Elisabeth Elizabeth Ella
  Else Emil Émile Emilie Emma Emmanuel Enrico Eric Erich Erik Erika Ernest Ernst Erwin Esther Eugen Eugène Eva Eve Felix
  Ferdinand Fernand Florence Francis Francesco Francisco Franciszek Franck François Françoise Frank Franz Fred Frédéric Friedrich
  Friederike Fritz Gabriel Gabriele Galileo Gaspard Georg George Georges Gerd Gerda Gerhard Gertrud Gilbert Giovanni Giuseppe
  Gottfried Gotthold Graham Gregor Greta Grete Guillaume Gustav Gustave Günter Günther Hannah Hannes Hans Harald Harold
  Harriet Heinrich Heinz Helen Helene Helga Helmut Henri Henry Herbert Hermann Hilde Hildegard Hippolyte Horst Howard Hubert
  Hugo Humphry Ida Ignaz Igor Ilse Immanuel Inge Ingeborg Ingrid Irène Irene Isaac Isabel Isabella Isaak Ivan Jack Jacob Jacques Jakob
  James Jan Jane Janet Jean Jeanne Jeffrey Jens Jerome Jérôme Jessica Jim Joachim Joan Joanna Johann Johanna Johannes John
  Jonas Jonathan Jorge José Josef Joseph Josephine Joséphine Juan Judith Jules Julia Julian Julie Julius Jürgen Jörg Karen
  Karin Karl Karoline Käthe Katharina Kathrin Kenneth Klaus Konrad Kristina Kurt Lars Laura Laurent Lea Leo Leon Leonard
  Leonardo Leonhard Leonora Leopold Lewis Lina Linus Lise Lisa Lothar Louis Louise Luca Lucas Lucie Ludwig Luigi Luis Luise
  Lukas Lydia Lynn Madeleine Manfred Marc Marcel Marco Margaret Margarete Marguerite Maria María Marie Mario Marion Mark Marlene
  Martha Martin Martina Mary Mathilde Matthias Maurice Max Maximilian Maxime Melanie Michael Michel Michèle Michelle Miguel
  Mikhail Moritz Moses Napoleon Natalie Nathalie Neil Nelly Nicholas Nicolas Nicole Niels Nikola Nikolaus Nikolai Nils Nina
  Nora Norbert Olga Oliver Olivier Olympe Oskar Oscar Otto Pablo Paola Paolo Pascal Patricia Patrick Paul Paula Pauline Pedro Peter
  Petra Philipp Philippe Pierre Pietro Rachel Rainer Ralf Ralph Raymond Rebecca Regina Reinhard Renate René Ricarda Ricardo
  Richard Rita Robert Roberto Robin Roger Roland Rolf Roman Ronald Rosa Rosalind Rosemarie Rudolf Rudolph Ruth Sabine Samuel
  Sandra Sandro Sara Sarah Sébastien Sebastian Seymour Sergei Siegfried Sigmund Simon Simone Sofia Sonja Sophia Sophie Stefan Stefanie
  Stephan Stephanie Stephen Steve Steven Susan Susanne Suzanne Sven Sylvia Tanja Theodor Theodore Théodore Theresa Thérèse Thomas Tim
  Timothy Tom Tycho Ulrich Ulrike Umberto Ursula Uwe Valentin Vera Victor Viktor Victoria Vincent Viola Virginia Vladimir Volker
  Walter Waltraud Wassily Werner Wilhelm Wilhelmine Willem William Willi Willy Winfried Wladimir Wolfgang Xavier Yves Yvonne
  Alfons Amelia Amerigo Angelika Anke Carsten Christa Dorothy Erasmus Ernestine Evangelista Fridtjof Gerard Gerardus Hedwig
  Ignatius Jost Katherine Lotte Lou Luc Marcello Marta Otmar Robespierre Roald Salvador Silvia Sören Søren Stanislas Thorsten
  Torsten Ute Wendelin Wernher Zacharias`);
