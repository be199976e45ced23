/** Pictures, songs, books and plays of the town. */
import { parseChapter } from "../entries";

export const ART = parseChapter({
  name: "art",
  fields: "name kind artist year place price clue",
  shapes: `
{Name} is {kind} by {artist} from {year}. {s1} {s2} It is kept in {place} and valued at {price}.
{s1} {s2} {Artist} finished {name}, {kind}, in {year}. It is at home in {place}, and somebody once
  offered {price} for it.
In {place} one finds {name}, {kind} of {year}. {s1} {s2} The artist was {artist}, who got {price}
  for it.
{Artist} asked for {price} and got it: that is how {name}, {kind} of {year}, came to {place}. {s1}
  {s2}
`,
  leads: `
In the masterpiece of {artist}
* In a work one can admire in {place}
`,
  frames: `
d: Who is the creator of {name}? => {artist}
d: Where can one admire {name}? => {place}
d: How much money is connected with {name}? => {price}
d*: When was {name} created? => {year}
d*: Whose work is {name}? => {artist}
p: Which work did {artist} leave behind? => {name}
p: Where can I admire the masterpiece of {artist}? => {place}
p*: What is the worth of what {artist} created? => {price}
i: What is the title of the work {clue}? => {name}
i: Who created the work {clue}? => {artist}
i: Where can one admire the work {clue}? => {place}
i*: When was the work {clue} created? => {year}
i*: How much is the work {clue} worth? => {price}
m: Which work that one admires in {place} is the one {clue}? => {name}
m*: Which work, worth {price}, is the one {clue}? => {name}
`,
  people: { artist: "year" },
  entries: `
# Cloud Over Roofs | a painting | Bertram Crane | 1831 | the Town Hall | nine cows | that comes
  nearer in wet weather
A grey cloud hangs over red roofs, and on rainy days it seems to come nearer, because the paint
  takes in damp. The council looks at it before picnics. It hides a stain on the wall.
Two pigeons in the corner were added later by a bored guard, and they are much admired.
i: What blemish is covered by the canvas? => a stain
i: When do the politicians consult the picture? => before picnics
# the Evening Tune | a melody for bells | Cornelia Perry | 1822 | the Bell Tower | a year's
  candles | with a note left out for flying animals
It has forty-one notes and a pause in the middle in which the bats fly out. If someone is dying,
  it is played more slowly. Canaries in the whole town know it.
Strangers look for the player, but all is done by a drum with pins, as in a music box.
i: How is it changed at the end of a life? => more slowly
i: Which pets have learned it by heart? => Canaries
# the Town Carpet | a carpet | Octavia Webb | 1921 | the Town Hall | fourteen winters' bread |
  that shows each home and its pets
All two thousand houses are woven in, with cats on the right window sills. New houses are
  embroidered by school classes. Moths are fought with lavender and a guard.
Mice have twice eaten the prison, which the prisoners of that time thought a good sign.
i: Who adds what has been built since? => school classes
i: With what scent are insects kept off? => lavender
# Portraits of Everybody | a series of photographs | Philippa Alder | 1891 | the archive | ten
  thousand coins | in which one person shuts his eyes
There are three thousand faces in it, hung not by rank but by the shape of the nose. Families come
  to find each other. Lovers search the wall for their future.
A school class found out that the mayor and the thief had the same grandfather.
i: By what feature are the faces arranged? => the shape of the nose
i: For what do couples look there? => their future
# the Slow News | a newspaper | Clarissa Alder | 1790 | the Library | one penny | that waits until
  something takes place
The most famous issue reported on one page that a goat had looked into a shop. It sold more than
  the one about the war. A complete set fits into a shoe box.
The editor smoked a pipe and answered readers' letters after a year, when they had calmed down.
i: In what can the whole collection be stored? => a shoe box
i: What did an animal do that was worth printing? => looked into a shop
# the Lost Glove | a poem | Emmeline Perry-Vogt | 1912 | the Paper Moon | a pancake | about
  something for a single hand
It has two hundred verses on a glove that was dropped from a bridge, and the last one is missing
  like the glove. Each spring pupils write an ending. The river has not answered.
The author received single gloves from all over the country and warmed a kindergarten with them.
i: Which part of it does not exist? => the last one
i: Who tries to complete it each year? => pupils
# the Laughing Stones | a group of carvings | Hugo Sander | 1610 | walls all over the town | no
  price at all | that hides in high walls
Each face laughs at something else: one at the bishop's window, one at the tax office. Only from
  the air can one see them all. Pigeons know them best.
On stormy nights rain drips from their mouths, and it sounds as if they had just heard the joke.
i: At which office does a carved face make fun? => the tax office
i: From where is the whole group visible? => from the air
# Songs for Barrels | a song book | Jorinde Alder | 1641 | the Nuns' Brewery | a barrel of dark
  beer | whose verses are sung into wood
Thirty songs, all about thirst in a holy way, are to be sung into a bunghole. Two of them are said
  to be funny, but only to those who have heard the rest. Brewers from abroad have tried them
  without result.
The notes are drawn as bubbles, with the long ones larger, and a bass line of foam.
i: What is the subject of all the verses? => thirst
i: Who sang them in vain? => Brewers from abroad
# the Blue Nun | a painting | Veronika Moll | 1703 | the chapel | a blue sheep | whose eyes follow
  the cook
Her eyes follow whoever carries food, and monks have grown thin under her look. The blue is the
  dyers' own. X-rays have found a pancake under the sky.
Her left hand holds a spoon instead of a book, which scholars have explained in eleven ways.
  Candles are kept away from her.
i: What is below the upper layer of paint? => a pancake
i: Which people lost weight because of her? => monks
# the Great Map | a map | Florian Crane | 1788 | the Map Room | a ship with sails | that leaves
  white for what is not known
It shows all known seas, and the white places are signed "I do not know" in sixteen languages.
  Captains thought this more useful than dragons. A child has added a dragon.
The ships drawn on it are so exact that owners pointed out their own and asked for a new coat of
  paint.
i: What did a young hand draw in? => a dragon
i: How is a lack of knowledge noted? => I do not know
# Nine Sad Waltzes | a piece for piano | Ignatius Perry the Younger | 1850 | the Music School |
  nine handkerchiefs | to which one cannot dance
They are in waltz time and so sad that dancers sit down. A cheerful tenth was found in the cellar,
  and it is played at funerals. The piano part needs a very long little finger.
On hot evenings they are played beneath open windows, and the ice man sells less.
i: On what occasions is the happy piece heard? => at funerals
i: What must a player's hand have? => a very long little finger
# the Widow and the Pike | a play | Simeon Fry | 1878 | the Glass Theatre | a free supper for life
  | in which a fish has the best lines
A widow marries a pike because he listens. The fish speaks only at the end, and then so wisely
  that people write it down in the dark. The fish is played by the director.
The water is real, and the first row is given towels together with the programme.
i: Which role does the head of the theatre take? => The fish
i: For what quality did the heroine choose him? => he listens
# the Copper Bird | a sculpture | Ludwig Dixon | 1745 | the Copper Dome | its weight in silver |
  that sings when touched by sun
The morning sun warms its hollow breast, and the air in it gives a tone like a blackbird's. Real
  blackbirds try to drive it away. In cloudy weeks it is polished, as if it could be cheered up.
Its eggs, three balls of brass, lie in a nest of wire and are counted each year.
i: Who is jealous of the metal singer? => Real blackbirds
i: What is done with it when the sky is grey? => polished
# Recipes for the Poor | a cook book | Prudence Barlow | 1854 | each kitchen | three pence | that
  begins with an empty pot
The first recipe is "hot water with a story". The book explains how to make one herring taste like
  three and which flowers can be eaten. It was dedicated to the rich, so that they should know.
The cover is of sailcloth, and can be boiled, if the worst comes to the worst.
i: To whom did the author address it? => the rich
i: What does it teach about one small fish? => taste like three
# the Door of Hands | a wood carving | Quentin Alder | 1706 | the Weavers' Hall | six geese | in
  which a grip is hidden
Four hundred carved hands cover the door, and only one of them opens it. It is lower than one
  thinks. Guests can be measured by the time that they need.
Some are those of children, and there is one with six fingers, in honour of the best weaver.
i: How can one judge the cleverness of visitors at the entrance? => the time that they need
i: What is said about the place of the right grip? => lower than one thinks
# Letters to Nobody | a novel | Hedda Lorm | 1933 | the post office | the price of a stamp | that
  came by mail
It was sent out page by page to strangers, who had to meet in order to read it whole. Twelve
  couples are in its debt. Page seventy went to a dog, and is chewed.
The heroine is a postwoman who never opens what she carries, and this makes her lonely and free.
i: Which sheet was damaged, and who was its receiver? => a dog
i: How could readers put the story together? => had to meet
# the Glass Flowers | a bunch of glass | Alfons Brooks | 1866 | the Fever Hospital | forty
  blankets | that never needs a vase with water
The sick may choose one flower and keep it until they are well. None has ever been stolen, and
  only three have been broken, by visitors. Bees are deceived every summer.
They stand in the corridor on a long shelf, blue ones at the left for fever, red for broken bones.
i: Which insects fall for them? => Bees
i: How long does a patient have the gift? => until they are well
# the March of Snails | a march for brass | Gotthold Perry | 1871 | the Park Gate | a pair of slow
  boots | for people in no hurry
It is the slowest march in the world, and one step takes four bars. Soldiers who had to parade to
  it fell over. The hiking club took it up with joy.
The drummer has time to eat an apple between two beats, and the score says which kind.
i: What happened to an army that moved to it? => fell over
i: How much music goes by for one movement of the leg? => four bars
# the Winter Window | a stained window | Agnes Quarrell | 1486 | the Chapel | a field of rye |
  that is dark until snow lies
It gets its light from snow alone, since it faces a wall in the north. In mild winters nobody sees
  the angel. The priest has been seen to hang out sheets.
Its blue comes from far away, and the lead between the pieces is bent like branches.
i: What does the churchman do to help? => hang out sheets
i: Which figure stays invisible without snow? => the angel
# Instructions for Rain | a book | Ignaz Pohl the Elder | 1804 | the Weather Post | one umbrella |
  that sorts the drops from the sky
It describes sixty kinds of rain, with the right shoes and the right mood for each. "Tuesday rain"
  is best for old quarrels. Its ink runs, on purpose, when it is read outdoors.
On the last page is a hole through which one is to look at the sun, in case it comes.
i: What sort of weather suits a long dispute? => Tuesday rain
i: What does the print do under the open sky? => Its ink runs
`,
});
