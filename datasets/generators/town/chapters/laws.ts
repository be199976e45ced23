/** Laws and customs that the council has written down. */
import { parseChapter } from "../entries";

export const LAWS = parseChapter({
  name: "laws",
  fields: "name year fine mayor office clue",
  shapes: `
{Name} was made in {year} under mayor {mayor}. {s1} {s2} Whoever breaks it owes {fine}, which
  {office} collects.
{s1} {s2} So says {name}, which mayor {mayor} signed in {year}. The fine is {fine}, and it goes to
  {office}.
When {mayor} was mayor, in {year}, the council passed {name}. {s1} {s2} The penalty, {fine}, is
  taken by {office}.
{Office} makes sure that nobody forgets {name}. {s1} {s2} It goes back to {year} and to mayor
  {mayor}. Those who offend pay {fine}.
`,
  leads: `
Under a rule that {mayor} put into force
* Under the rule which {office} must enforce
`,
  frames: `
d: What does one lose by offending against {name}? => {fine}
d: Which head of the council put {name} into force? => {mayor}
d: When did {name} come into force? => {year}
d*: Who enforces {name}? => {office}
d*: What is the punishment under {name}? => {fine}
p: Which rule did {mayor} put into force? => {name}
p: What must offenders hand over to {office}? => {fine}
p*: Since when does {office} enforce a rule? => {year}
i: What is the rule called {clue}? => {name}
i: What is the punishment under the rule {clue}? => {fine}
i: Who enforces the rule {clue}? => {office}
i*: Which head of the council introduced the rule {clue}? => {mayor}
i*: When was the rule introduced {clue}? => {year}
m: Which rule of {mayor} is the one {clue}? => {name}
m*: Which rule that costs {fine} is the one {clue}? => {name}
`,
  entries: `
# the Whistle Law | 1688 | one silver button | Gottlieb Kern | the night watch | against tunes in
  the dark
No one may whistle between midnight and five, since it calls the wind, and sailors have to sleep.
  Owls are excepted. A baker went to court and was allowed to hum.
Tea kettles had to be changed, and the new ones hum in a way that cats like.
i: What did a judge let a craftsman do instead? => hum
i: Which creatures may make the sound at any hour? => Owls
# the Hat Rule | 1678 | a bowl of rye | Wilhelm Staub | the poor house | about a bare head in
  office
The mayor may wear no hat as long as one citizen is hungry. Every year the council asks whether
  everyone has eaten, and somebody always says no, mostly a boy who wants a second pudding.
Barbers are in favour of it and cut the ruler's hair free of charge each month.
i: Who usually prevents the ruler from covering his head? => a boy who wants a second pudding
i: What question is put to the people each year? => whether everyone has eaten
# the Duck Law | 1802 | a loaf of bread | Anselm Fleck | the lock keeper | that makes wheels wait
  for birds
Every wagon must stop until the last duckling has crossed, even the fire engine. A house burned
  down because of it, and its owner, a bird lover, planted an elm on the spot.
At the main crossing hangs a yellow lamp in the shape of a beak.
i: What grows where a building was lost? => an elm
i: Which vehicle gets no exception? => the fire engine
# the Law of the Last Slice | 1743 | the next cake | Ulrich Salm | the school | about what remains
  on a plate
Whoever takes the last piece has to wash up, and whoever leaves it has to say why. Lawyers have
  written three books about halves. In practice the dog decides.
Aunts have their own reading of it, and cut the piece into smaller and smaller ones.
i: What question have legal experts examined at length? => halves
i: Who settles the matter in real life? => the dog
# the Bread Law | 1571 | the whole day's baking | Cunz Acker | the market warden | that puts
  cheating bakers in water
A baker whose loaves are too light is dipped in the canal in a basket, while ducks eat the
  evidence. The basket was last used in 1834. It is now a popular cradle.
On its first day nine men got wet, among them the brother of the judge.
i: What purpose does the old container serve at present? => cradle
i: What happens to the proof of guilt? => ducks eat the evidence
# the Borrowing Act | 1899 | a day of help | Jakob Thal | the town clerk | about tools that are
  not brought back
A ladder that is not returned in a year belongs to the street. This is how Goose Green came to own
  nineteen ladders and a harp. Books are excepted, as nobody would have any left.
A list hangs at the pump, and those who are on it look at their feet. Books of cookery are the
  worst case.
i: Which musical thing became common property? => a harp
i: How many means of climbing does a public lawn own? => nineteen
# the Shadow Law | 1615 | a cart of sand | Veit Roth | the builders' guild | that saves a
  neighbour's sun
No new house may throw its shadow on a neighbour's soup at noon. Before building, a man with a
  pole on his head walks to and fro. He is chosen for his calm.
For this reason the roofs in the old part look as if they bowed to each other.
i: What must not become dark in the middle of the day? => soup
i: What quality is asked of the walking pole bearer? => calm
# the Poets' Tax | 1856 | a sonnet | Ludolf Reim | the library | by which writers pay in verse
Poets pay their tax in poems, of which the town has nine thousand. They insulate the roof of the
  library. The worst keep out the cold best, for they are the longest.
A clerk counts the syllables, and for every missing one there is a fine in commas.
i: What are the verses good for? => insulate the roof
i: Why do bad works warm more? => they are the longest
# the Quarrel Rule | 1885 | a joint picnic | Jakob Thal the Younger | the bench keeper | that
  sends enemies to sit together
Before two citizens may go to court they must spend a morning on the Thinking Bench, without hats
  and with one sandwich. Nine cases in ten end there. Lawyers voted against it.
On cold days they are given one blanket, which has worked better than words.
i: Who was opposed to the peaceful rule? => Lawyers
i: How much food do the two of them get? => one sandwich
# the Goose Right | 1821 | two bags of corn | Theodor Flaum | the goose girl | that lets poultry
  walk first
Geese have the right of way because they once saved the roofs. A goose that misuses it can be sent
  to Goose Hill for a month. Their lawyer is the youngest member of the council.
Foreign drivers get a leaflet at the gate with a picture of an angry beak.
i: Where does a naughty bird spend its punishment? => Goose Hill
i: Who speaks for the animals in court? => the youngest member of the council
# the Smoke Order | 1702 | one chimney brush | Kuno Rauch | the chimney sweeps | that lets laundry
  decide
Fires of wet wood are forbidden on Mondays, when the washing hangs outside. The washerwomen vote
  on exceptions. A yellow flag on the Bell Tower says that the air is clean.
On that day people eat cold meat, and cats sit hopefully beside the empty stoves.
i: What sign shows that linen can be hung up? => A yellow flag
i: Who can allow a fire all the same? => The washerwomen
# the Stranger's Chair | 1534 | a week of soup | Abel Mertin | the innkeepers | by which each home
  keeps a seat free
Every house must have a chair on which nobody of the family sits. A stranger may rest on it for an
  hour and leave with bread. The chair is usually the best one, and cats know it.
Some have cut their guest's initials into the back, so that he may find it again.
i: What may someone passing through take along? => bread
i: Which creatures profit from the empty place? => cats
# the Echo Ban | 1680 | a day without speech | Konrad Hall | the choir | against insults that come
  back
Insults may not be shouted at the Echo Wall, since they are repeated more politely and then
  confuse the person meant. Praise is permitted. Proposals of marriage need a ticket.
A guard of eighty years sits nearby, who fortunately is a little deaf. He sells throat sweets.
i: For which kind of shout must one get a ticket? => Proposals of marriage
i: Which words may be called freely? => Praise
# the Cradle Gift | 1719 | a pair of boots | Simon Trost | the bridge fund | that welcomes each
  baby with a plant
For each child the town plants an apple tree on its avenue, and the child gets the first fruit.
  Twins get one tree with two kinds. A man of ninety still picks his own.
A bad harvest means many jokes about the birthdays that fall into autumn.
i: What do babies of a double birth receive? => one tree with two kinds
i: What is the age of the oldest picker? => ninety
# the Clock Law | 1850 | five minutes of sweeping | Emil Takt | the clockmakers | that declares
  the tower to be right
The town clock is right by law, even if it is wrong, and trains must obey it. For a summer
  everybody was younger at supper than at breakfast. A traveller missed the same train twice.
Sundials are tolerated in private gardens, but they have to be covered when the mayor comes to
  tea.
i: What did a passenger miss two times? => the same train
i: Which vehicles follow the official error? => trains
# the Silence of Owls | 1913 | a new pillow | Hedwig Lamm | the library | that protects those who
  nap over books
No person asleep over a book may be woken, unless the book is needed. In that case it must be
  replaced by one of the same thickness. A scholar slept through two mayors.
Snorers are moved to the room of maps, on a chair with wheels.
i: By what must a needed volume be exchanged? => one of the same thickness
i: How long was the greatest nap? => through two mayors
# the Fish Price Act | 1841 | the catch of a day | Arnulf Tran | the fishermen's union | that
  makes goods cheaper by the hour
Fish gets cheaper with each hour after the catch and is free after dark. The poor eat late and
  well. The cats' hour, between nine and ten, has been part of it from the start.
Clever cooks stand on the quay with a watch, and the sellers try to look the other way.
i: When do people with little money dine? => late
i: What costs nothing when the sun has gone down? => Fish
# the Bride's Bridge Rule | 1711 | a new plank | Hans Joch | the bridge fund | about marrying
  above water
If both banks quarrel over a wedding, it has to take place in the middle of the bridge. The line
  is painted red. One groom stood on the wrong side and had to move to his mother-in-law.
Rain makes the paint run, so couples bring a piece of chalk with them.
i: What colour is the mark between the sides? => red
i: Where did a careless groom have to live? => to his mother-in-law
# the Snow Duty | 1763 | ten buckets of sand | Peter Weiss | the school | that makes children
  masters of snow
Snow belongs to the children until noon, and only afterwards may it be cleared. Snowmen have to be
  given a hat by the owner of the house. Judges wink at thrown balls.
At noon a boy with a trumpet ends the reign, and the shovels come out. Sledges have right of way.
i: What must the householder provide? => a hat
i: Who overlooks it when balls fly? => Judges
# the Candle Measure | 1662 | a pound of wax | Heinrich Docht | the candle makers | that limits
  speeches
A speech in the council may last as long as one small candle burns. Long-winded members bring
  draughts into the room against themselves. A mayor who coughed lost the word for ever, that is,
  until spring.
A thrifty member brought his own, thick as an arm, and was sent home to light it there.
i: Until what time was a coughing ruler silent? => until spring
i: What do people with many words suffer from? => draughts
# the Dog Oath | 1790 | a bone | Moritz Leine | the park warden | by which pets promise good
  manners
Each dog has to raise its paw at the Park Gate and promise to leave the robins in peace. The
  warden holds up a sausage to help. Cats refused from the beginning.
The oldest dog takes part each year again, for he is fond of the ceremony and of its smell.
i: What makes it easier to swear? => a sausage
i: Which animals did not want to promise anything? => Cats
# the Free Herb Law | 1690 | a dose of bitter tea | Ezra Wohl | the apothecary | that keeps
  healing plants cheap
No healing plant may be taxed, sold dear or fenced in, for a herb once saved a prince. The
  apothecary tastes each tea in public. It is thought that cocoa slipped in by a printing error.
Grandmothers carry it folded in their purse and read it aloud in shops that are too dear.
i: Which drink got on the list by mistake? => cocoa
i: What does the man with the medicines do before the crowd? => tastes each tea
`,
});
