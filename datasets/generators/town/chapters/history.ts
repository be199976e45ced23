/** Events of the town's history. */
import { parseChapter } from "../entries";

export const HISTORY = parseChapter({
  name: "history",
  fields: "name year hero lasted loss clue",
  shapes: `
{Name} came in {year} and lasted {lasted}. {s1} {s2} {Hero} is remembered for it. The town lost
  {loss}.
{s1} {s2} The year was {year}, and the event is called {name}. It took {lasted}. {Hero} became
  famous, and {loss} had to be written off.
In {year} the town lived through {name}, {lasted} of it. {s1} {s2} What was lost: {loss}. What was
  won: the fame of {hero}.
School children learn the name of {hero} together with {name} in {year}. {s1} {s2} It was over
  after {lasted}, and {loss} had gone.
`,
  leads: `
In the event that made {hero} known
* In the days when {hero} stood out
`,
  frames: `
d: For how long did {name} go on? => {lasted}
d: When did {name} happen? => {year}
d: Whose courage do people recall from {name}? => {hero}
d*: What damage did {name} do? => {loss}
d*: Which person stood out during {name}? => {hero}
p: In which event did {hero} stand out? => {name}
p: When did {hero} have the great moment? => {year}
p*: What damage was done in the days of {hero}? => {loss}
i: What do we call the event {clue}? => {name}
i: When was the event {clue}? => {year}
i: Who stood out in the event {clue}? => {hero}
i*: How long was the event {clue}? => {lasted}
i*: What damage was done by the event {clue}? => {loss}
m: Which event made {hero} known and was the one {clue}? => {name}
m*: Which event of {lasted} was the one {clue}? => {name}
`,
  entries: `
# the Great Flood | 1784 | the ferryman Odo Kahl | nineteen days | four bridges of wood | in which
  the market was held on roofs
The river rose to the second floor, and the market went on from roof to roof with baskets on
  ropes. Cows were kept in the organ loft. Prices rose with the water and for once came down with
  it.
A cradle with a child and a cat was carried nine miles and came ashore dry.
i: Where did cattle stay dry? => in the organ loft
i: How did sellers carry on above the water? => from roof to roof
# the Night Fire | 1818 | the goose girl Nele Hirt | one night | sixty roofs | of which birds gave
  warning
Geese smelt the smoke and screamed until all had woken. The fire stopped at the brewery, where the
  nuns poured out four hundred barrels of beer. Those who drank from the gutter praised heaven.
The new roofs were all covered with slate, and buckets hang in each hall since then.
i: With what was the burning quarter put out? => beer
i: What did the birds notice before humans did? => smoke
# the Hungry Winter | 1661 | the baker Till Krume | five months | all horses but two | in which
  bread was made of bark
Ships could not come in through the ice, and bread was baked from bark and acorns. The mayor sold
  what he had. Two horses were spared, since nobody could decide which one to eat first.
Neighbours ate at one table to save wood, and several enemies got to like each other.
i: Why did a pair of animals survive? => nobody could decide
i: What kept the food from arriving? => the ice
# the Founding | 1204 | the shepherd Wulf | a single day | one sheep | that began with a lost
  animal
A shepherd who followed a lost sheep to the river mouth found salt on the stones and stayed. The
  sheep was never found. A place at each council dinner is set for it, with clover.
His hut is thought to have stood where the fish hall is, though nothing but a button was found.
i: For whom is green food put on the table of the politicians? => sheep
i: What made the first settler remain? => salt
# the War of the Two Banks | 1719 | the host of Ferry Street | eleven weeks | every window near
  the river | that was fought with fruit
The two sides of the river threw apples at each other over the question of who owned the fog.
  Peace was made behind a locked door. Apple trees have grown on both shores ever since.
A one-eyed goat was the only prisoner, and both sides fed it well.
i: What did the enemies claim as property? => the fog
i: Which weapons took root? => Apple trees
# the Year Without Summer | 1816 | the gardener Lene Stiel | fourteen months | the whole wine
  harvest | in which July was white
Snow fell in July, and the swallows left before they had nested. A woman grew beans in the bake
  houses at night and fed two hundred people. Skates were worn to church.
Old people called the days by the colour of the sky, which was green on Tuesdays.
i: In which warm rooms did vegetables grow? => in the bake houses
i: How did believers get to the service? => Skates
# the King's Visit | 1722 | the cook Isidor Brei | three hours | one royal hat | that a ruler
  spent on a barrel
The king came by the river, ran on a barrel, ate a wrong plate and praised it. He left so quickly
  that his hat stayed behind. No one has dared to try it on, except every single child.
A dog had eaten the flowers that were meant for him, so he got parsley.
i: Who has put the forgotten thing on the head? => every single child
i: Why is the headgear still in town? => left so quickly
# the Pirates' Evening | 1589 | the smith Gideon Dixon | six hours | nine hams | that ended with
  dinner
Pirates ran into the new chain and were pulled out wet and hungry. As they had nothing to steal
  with, they were given supper, and half of them stayed. Several families still tie their scarves
  in that way.
Their captain became the first dancing teacher, and his wooden leg kept the beat.
i: What habit shows who descends from the robbers? => tie their scarves
i: How many of the attackers settled down? => half of them
# the Great Fever | 1918 | the nurse Sabina Brooks | one winter | a hundred and twelve lives | in
  which a stage was full of beds
School was held through windows, and the dead were carried at night so as not to frighten the
  living. Beds stood on the stage. The bells were silent for the only time since they were hung.
Windows were painted white on the houses of the sick, and baskets with soup stood below.
i: How were pupils taught when illness raged? => through windows
i: What was not heard in all those weeks? => The bells
# the Clock Summer | 1829 | the clockmaker Martin Sander | eleven weeks | nobody knows how much
  time | when the hours went the wrong way
The town clock ran backwards, so work ended before it began and debts became smaller each day.
  Bankers protested. When it was mended, many wept and one man was again sixty.
A pair of lovers lived through the same evening nine times and never complained.
i: Who complained about shrinking debts? => Bankers
i: How old did a person become again? => sixty
# the Salt War | 1607 | the salt wife Gunda Lauge | two years | the left tower of the gate | about
  the price of a grain
A duke wanted a tax on salt, and the women closed the gate and sold him unsalted soup through a
  window. After two years his cooks went over to the town. He gave in on a Thursday, at supper.
Boys threw snowballs from the wall, with a little salt inside to make them harder. A drum from
  those days stands in the museum.
i: What tasteless thing did the enemy get? => unsalted soup
i: Who left the duke's side? => his cooks
# the First Train | 1871 | the driver Karl Dampf | a morning | one top hat | which a cow delayed
The first train arrived four hours late because of a cow, and the band had eaten all the food by
  then. The cow was invited to the second one. People in the last row thought that the smoke was
  the speech.
Two shepherds had sat down on the rails, as these were warmer than the grass.
i: Who had consumed the feast in the meantime? => the band
i: What did those far back mistake for words? => the smoke
# the Whale in the River | 1755 | the widow Petra Holm | five days | a pier | that brought a huge
  guest
A young whale swam up to the mill and could not turn. The widows sang it back to sea from boats,
  since it followed low voices. It came to the mouth of the river each May for thirty years.
Bakers made bread in its shape, and a boy fed it with a whole barrel of sprats.
i: How was the lost animal led home? => sang it back
i: In which month did it return? => May
# the Women's Strike | 1887 | the washerwoman Lotte Zuber | nine days | all clean collars | that
  made collars grey
The washerwomen stopped work until their daughters were allowed into the school. The judges went
  in grey collars, then in none. On the tenth day the mayor carried water himself.
Their song against soap is still sung at weddings, to the shame of the fathers.
i: What did the workers want for their girls? => the school
i: Who did the hard work when the struggle was over? => the mayor
# the Storm of Doors | 1849 | the fisherman's wife Elke Bo | two days | three hundred doors | that
  mixed up entrances
The wind took three hundred doors and laid them in one heap on the green. People took the first
  that fitted, so numbers and names have been mixed since. Friendships came from it, and two
  divorces.
For one night nobody could lock anything, and not a single spoon was stolen.
i: What was in disorder ever after? => numbers and names
i: Where did all the wooden boards land? => on the green
# the Comet Year | 1901 | the astronomer Georgina Foxton | three weeks | many nights of sleep | in
  which people put on their best clothes
When the comet came, some thought that it was the end and wore their best clothes to bed. In the
  morning they went to work well dressed. Tailors hope for the next.
A clever man sold pills against it, which were peppermints, and nobody who took them was hurt.
i: Which tradesmen wait for the star with joy? => Tailors
i: For what were the fine dresses put on at night? => the end
# the Strike of Bells | 1660 | the ringer Paul Erz | a month | the hour of noon | when time was
  shouted
The ringers wanted ear muffs and stopped ringing, so a boy on the tower had to shout the hours.
  His voice broke at eleven on a Friday. They got muffs of rabbit fur.
In that month weddings were rung with pans, and some brides liked it better.
i: What warm thing did the workers win? => muffs of rabbit fur
i: When did the young man lose his high tone? => at eleven on a Friday
# the Coming of Light | 1896 | the engineer Selma Funk | one evening | eighty lamplighters' jobs |
  when a switch changed the streets
Electric lamps were lit all at once, and the owls moved to the next village. The lamplighters were
  taught to mend bicycles. Two streets still vote for gas each year, and get it.
Moths came from everywhere, and the priest preached about them with a net in his hand.
i: What new work did the men with ladders learn? => to mend bicycles
i: Which animals emigrated because of brightness? => the owls
# the Silver Dream | 1794 | the miner Jupp Grab | ten years | every lawn | in which spades were
  sold out
After a coin was found in the brook, everybody dug. Spades cost more than horses. What remained
  were ponds, on which the children learned to skate, so some call it the best investment ever.
A judge dug in his own cellar and reached the bakery, where he was charged for the damage.
i: What use came of the holes? => ponds
i: Which tool was dearer than an animal for riding? => Spades
# the Peace of Bakers | 1740 | the baker Nathaniel Barlow | half a year | a mountain of rolls | in
  which rolls were thrown
Two bakeries lowered their prices against each other until a roll cost nothing, and then they paid
  people to eat. Everybody grew fat. They made peace at one table, because both had no flour left.
Poor families kept dried rolls in their beds, and mice had many children.
i: What forced the rivals to stop? => no flour left
i: What did the price war do to the citizens? => grew fat
# the Map Mistake | 1767 | the surveyor Dirk Lot | one year | nothing but pride | by which water
  runs backwards
The plan of the canal was read upside down, and it was dug towards the market instead of away from
  it. Fish could now be sold from the boat. The surveyor was fined and then given a medal.
Engineers from abroad came to study it and took the plan home, upside down again.
i: What did the man get after his punishment? => a medal
i: What advantage did the error bring to traders? => sold from the boat
# the Long Fog | 1951 | the bell boy Timm Laut | eight days | a statue's nose | when people lived
  by ear
Nobody saw his own feet for eight days, and people wore bells. A wedding party followed the wrong
  priest. The post came, since the post woman counted her steps, as always.
A cow came into the theatre and was applauded, for it was thought to be in the play.
i: How did letters arrive although nothing could be seen? => counted her steps
i: What did the inhabitants wear in order not to collide? => bells
`,
});
