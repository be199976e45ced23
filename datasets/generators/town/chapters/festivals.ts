/** Feasts, fairs and games of the year. */
import { parseChapter } from "../entries";

export const FESTIVALS = parseChapter({
  name: "festivals",
  fields: "name month place year food leader clue",
  shapes: `
{Name} is held every {month}, in {place}, and has been since {year}. {s1} {s2} People eat {food}.
  {Leader} leads it.
{s1} {s2} This is {name}, which fills {place} each {month}. It began in {year}. {Leader} is in
  charge, and everybody eats {food}.
In {month} the town celebrates {name} in {place}. {s1} {s2} The custom goes back to {year}.
  {Leader} opens the feast, and {food} must be on every table.
{Leader} gives the sign, and {name} begins in {place}, as in each {month} since {year}. {s1} {s2}
  Nobody goes home without {food}.
`,
  leads: `
At a party in {place}
* At the celebration which {leader} directs
`,
  frames: `
d: In what part of the year do people hold {name}? => {month}
d: What do guests get to eat at {name}? => {food}
d: Who directs {name}? => {leader}
d*: Where does {name} take place? => {place}
d*: For how long has there been {name}? => {year}
p: Which celebration does {leader} direct? => {name}
p: What dish is served when {leader} starts the party? => {food}
p*: At which time of the year is {leader} busy with a celebration? => {month}
i: What is the name of the celebration {clue}? => {name}
i: When in the year is the party {clue}? => {month}
i: Where do people meet for the celebration {clue}? => {place}
i*: What do hungry visitors receive at the party {clue}? => {food}
i*: Who directs the celebration {clue}? => {leader}
m: Which party in {month} is the one {clue}? => {name}
m*: Which celebration with {food} is the one {clue}? => {name}
`,
  entries: `
# Lantern Night | November | Lantern Lane | 1710 | ginger bread | Aurel Voss | at which children
  carry their own little suns
Each child carries a lamp made from a turnip and walks until the candle has burned down. Where the
  light goes out, the neighbours must give sweets. Clever parents cut short candles.
Owls are annoyed by it and move to the cellars of the town hall for three days.
i: What must those do in front of whose house the flame dies? => give sweets
i: Which vegetable is turned into a light? => a turnip
# the Goose Parade | September | Goose Green | 1733 | plum tart | Milena Orr | at which poultry
  walks like soldiers
Two hundred geese march around the green in rows of four, and the best-behaved goose becomes the
  general. It wears a ribbon for the year. Last year's general bit the bishop.
A drummer of six years walks in front, and she must not turn her head.
i: Whom did the commander of the birds attack? => the bishop
i: What sign of honour is tied on the winner? => a ribbon
# Salt Sunday | March | Salt Street | 1641 | pretzels | Cyrus Hale | at which neighbours throw a
  white mineral at each other
People throw salt over each other's left shoulder to bury old quarrels. Sheep are brought in the
  evening to clean the street. It is unlucky to wear black.
Cooks are forbidden to season anything on this day, as it comes from the air.
i: Which animals tidy up after the feast? => Sheep
i: What colour of clothes should one not choose? => black
# the Upside-Down Day | April | the town hall | 1826 | cake before soup | Thea Munk | at which
  pupils rule over teachers
For a day the youngest rule: pupils teach, servants are served, and a child of ten is mayor. Two
  of the laws made on that day are still valid. Both are about puddings.
Dogs lead their masters on a rope, and both seem to know the way.
i: What subject do the rules given by a child deal with? => puddings
i: How old is the ruler on that day? => ten
# the Boat Blessing | May | the harbour | 1598 | fried sprats | Father Ansel | at which vessels
  get flowers
Each boat gets a wreath and is asked three questions by the priest, which the crew answer with a
  horn. New boats must wait until last. A wreath that floats away means a good year.
Old captains who can no longer sail are rowed out to say a bad word to the sea.
i: What promises luck with the fish? => A wreath that floats away
i: With which instrument is the churchman answered? => a horn
# the Night of Soups | January | Market Square | 1777 | forty soups | Gwen Tarry | at which one
  begs with a spoon
Each house puts a pot in front of its door, and everybody walks from pot to pot with a spoon on a
  string. It began in a winter when only a few had wood for a fire. The best soup is never named,
  to keep the peace.
Dogs follow at some distance, and tailors let out waistbands free of charge.
i: Why do they not choose a winner among the cooks? => to keep the peace
i: What did most households lack when this custom was born? => wood
# the Bell Race | June | Bell Square | 1844 | cold milk | Otto Crisp | at which a runner must
  outrun twelve strokes
While the noon bell strikes twelve, runners must go once around the square. Only five have managed
  it. A butcher did it with a calf on his shoulders, but he was late for lunch.
The losers drink their milk first, because they are the most out of breath.
i: How many people have been quick enough so far? => five
i: What did the strong butcher bring along? => a calf
# the Quiet Fair | February | School Lane | 1902 | white bread and honey | Sina Loew | at which
  goods are sold by gestures
No word may be spoken at this fair, and everything is bought and sold with the hands. It was
  started by the school for the deaf. Prices are lower, because nobody can shout.
Babies are taken to the park, and even the coins lie on cloth.
i: Who had the idea for the silent market? => the school for the deaf
i: What makes the goods cheaper? => nobody can shout
# Apple Monday | October | Orchard Road | 1761 | baked apples | Jens Paddock | at which strangers
  are hit by fruit
The first stranger who comes through the gate is given as many apples as he can hold. Then he has
  to make a speech from a barrel. A thief once spoke for an hour and was made sheriff.
Wasps are given a barrel of their own, a little apart from the people.
i: What office did a criminal win by talking? => sheriff
i: On what does the visitor stand? => a barrel
# the Feast of Rope | August | Rope Walk | 1625 | long sausages | Karin Holt | at which halves of
  the town pull against each other
The north side pulls against the south side on a rope of two hundred steps. The losers have to
  clean the winners' windows. It has ended without a winner four times, when the rope broke.
Grandmothers sit at the ends to add weight and to give advice.
i: What work falls to the weaker half? => clean the winners' windows
i: How often did the contest end because something tore? => four times
# Umbrella Day | July | Station Road | 1888 | cucumber bread | Bruna Fell | at which everybody
  hopes for clouds
All carry umbrellas and hope for rain, for if it rains, the brewery pays for the beer. If the sun
  shines, the people must sing for the brewer. He prefers sunshine.
A prize goes to the oldest handle, and it has gone to the same family since the war.
i: Who gives the drinks if there is a shower? => the brewery
i: What do the people owe in fine weather? => sing
# the Widows' Ball | December | Widow's Steps | 1831 | almond biscuits | Alma Rist | at which no
  married person may dance
Only those who have lost someone may dance, and the others hold the coats. It ends with a silent
  round for the missing. Nine weddings have followed in the last ten years.
The music is played behind a curtain, by pupils who are told not to hurry. Lamps hang low over the
  tables.
i: What is the task of those who are not bereaved? => hold the coats
i: How does the evening close? => a silent round
# the Kite War | March | the east meadow | 1815 | cheese rolls | Nico Zell | at which strings are
  cut in the air
Kites with glass dust on their strings try to cut each other down. Fallen kites belong to the
  finder, and the trees of the quarter are full of boys. Peace was made with the larks by starting
  after noon.
Boys with glue sit behind the hedge and sell new tails to the losers.
i: Which birds have an agreement with the fliers? => the larks
i: What sharp stuff is on the lines? => glass dust
# the Bread Walk | September | Mill Road | 1694 | seed rolls | Lisbet Orne | at which a giant loaf
  is taken for a walk
A loaf of nine metres is carried from the mill to the poor house on the shoulders of thirty
  bakers. Whoever stumbles pays for the butter. Birds follow it in a long white line.
At the end it is cut with a saw, and the first slice goes to the oldest hand.
i: What is the punishment for a false step? => pays for the butter
i: To whose home is the huge thing brought? => the poor house
# the Mirror Feast | January | the theatre | 1868 | double cream | Valentin Kay | at which twins
  are kings
On this evening twins get in free and sit in the best boxes, and all others must come dressed as
  somebody else. The mayor usually comes as his wife. She comes as the mayor.
The director is dressed as the porter and opens doors all night for tips.
i: As whom does the wife of the mayor appear? => as the mayor
i: Which guests pay nothing? => twins
# Candle Thursday | December | Candle Street | 1650 | honey nuts | Romy Gast | at which sins are
  melted
People write a fault on a strip of paper, wrap it around a candle and watch it burn. The wax is
  poured into one big candle for the next year. It is getting very large.
Dogs and cats stay at home that evening, as they have nothing to regret. Sweepers clear the wax.
i: What is written down and then goes up in flames? => a fault
i: What do they make from the remains? => one big candle
# the Frog Concert | April | the frog pond | 1839 | green soup | Ulf Wachter | at which an
  orchestra plays for animals
The orchestra plays to the frogs, and the frogs answer in the pauses. A piece is good when they
  fall silent. Critics of the newspaper sit in a boat with wet shoes.
A heron was once seen in the first row, which shortened the second movement.
i: How do the listeners show that they like the music? => fall silent
i: In what do the critics have their seats? => in a boat
# the Chimney Dance | May | Chapel Hill | 1749 | dark bread | Ronald Soot | at which black hands
  bring luck
Chimney sweeps dance on the roofs and drop soot on the crowd, and whoever has a black nose is
  lucky. White dresses are the fashion on that day. The washerwomen give the prizes.
Brides ask for a black thumb on the veil, and photographers have to wash their lenses.
i: Who hands out the awards? => The washerwomen
i: Which colour do ladies wear although they will be made dirty? => White
# the Ice Market | February | the frozen river | 1684 | hot chestnuts | Frida Noor | at which one
  buys on frozen water
When the river bears a cart, stalls are set up on the ice and no taxes are taken, since the river
  belongs to nobody. It happens about one winter in five. A baker once sank with his oven and was
  pulled out warm.
Skates can be hired with a chair in front, for those who trust only four legs.
i: Why need the sellers pay nothing to the town? => the river belongs to nobody
i: Who broke through and yet did not freeze? => A baker
# the Owl Reading | November | the library | 1912 | tea and toast | Holger Pim | at which books
  are read aloud until dawn
From dusk to dawn citizens read aloud from one book, each a page, while the rest lie on cushions.
  Whoever falls asleep is covered. The book is chosen by the night watchman.
Cocoa goes round at three, and at that hour even sad books become funny.
i: By whom is the story picked? => the night watchman
i: What is done for people whose eyes close? => covered
# the Barrel Run | August | King's Road | 1722 | smoked ham | Bjarne Tuck | at which wood rolls
  downhill
Empty barrels roll down the road with a person running on top of each. The old king tried it on
  his visit and stayed on for eleven steps. His footprints are painted on the stones.
The brewers test the barrels beforehand, by way of emptying them with their friends.
i: How far did a monarch come on the rolling wood? => eleven steps
i: What reminds us of the royal attempt? => His footprints
# the Day of Small Things | June | Thistle Lane | 1931 | tiny pies | Ofelia Bunt | at which
  nothing may be longer than a finger
Everything sold on this day must be shorter than a finger: dolls' chairs, thimbles, one-line
  poems. Giants are welcome but have to kneel. The smallest cake ever fed an ant.
Letters are written on stamps, and the postman brings them with tweezers.
i: What must big visitors do? => kneel
i: Which insect ate the record cake? => an ant
`,
});
