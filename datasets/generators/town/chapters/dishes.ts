/** What is cooked, baked and brewed. */
import { parseChapter } from "../entries";

export const DISHES = parseChapter({
  name: "dishes",
  fields: "name main second origin season maker clue",
  shapes: `
{Name} is made of {main} and {second} and eaten {season}. {s1} {s2} It comes from {origin}, and
  the best is said to be that of {maker}.
{s1} {s2} That is {name}, a dish from {origin} that needs {main} and {second}. It is eaten
  {season}. Ask {maker} for the recipe.
{Season} the kitchens of the town smell of {name}. The main thing in it is {main}, with {second}.
  {s1} {s2} It was first made in {origin}. {Maker} cooks it as it should be.
Nobody cooks {name} better than {maker}. One takes {main} and {second}. {s1} {s2} The dish was
  born in {origin} and belongs on the table {season}.
`,
  leads: `
In the recipe of {maker}
* With the food from {main} and {second}
`,
  frames: `
d: What do I need above all for {name}? => {main}
d: When is the right time for {name}? => {season}
d: Where was {name} invented? => {origin}
d*: Who is the best cook of {name}? => {maker}
d*: Besides {main}, what does one put into {name}? => {second}
p: For which recipe is {maker} praised? => {name}
p: When can one expect the speciality of {maker}? => {season}
p*: What is the chief ingredient in the speciality of {maker}? => {main}
i: What is the name of the food {clue}? => {name}
i: Who prepares the food best {clue}? => {maker}
i: Where was the food first made {clue}? => {origin}
i*: What is the most important ingredient of the food {clue}? => {main}
i*: At what time do people enjoy the food {clue}? => {season}
m: Which recipe with {second} is the one {clue}? => {name}
m: In which food do {main} and {second} come together? => {name}
m*: Which food from {origin} is the one {clue}? => {name}
`,
  entries: `
# eel pie | eel | parsley | the fishermen's huts | on Fridays | Aunt Selda | that has its tail in
  view
The tail must look out of the crust so that the buyer can see that it is no snake. Sailors eat it
  cold, with their hats on. A hundred years ago servants refused to have it more than four times a
  week.
Fishermen swear that the left half of the animal is the better one, and no one dares ask why.
i: Why does one end of the animal stick out of the pastry? => no snake
i: What do seamen keep on their heads at this meal? => hats
# ghost soup | white beans | cream | the monastery | in November | Brother Anton | that cannot be
  seen on the plate
It is so white that on a white plate the diners cannot see it, and monks eat it in silence so as
  not to frighten it. A single red pepper shows where the bowl ends.
Guests hear only the spoons, and a young monk who laughed had to wash the cellar.
i: How do you find the edge of an invisible meal? => A single red pepper
i: Why do the holy men not talk over the bowl? => not to frighten it
# miller's thumb | flour | mustard | the old mill | at harvest time | Lena Sutton | that looks
  like a part of the hand
These dumplings have the shape of a thumb, after the thumb with which millers pressed the scale.
  Each customer gets one more than he paid for, as a late excuse. They are dipped in butter.
Children thread them on a string and eat them on the way home from school.
i: Which dishonest trick do the dumplings remember? => pressed the scale
i: How do the cooks make up for an old wrong? => one more than he paid for
# widow's cake | apples | brandy | the Widow's Steps | on Sundays | Frau Ingold | that falls in
  like a sad heart
It sinks in the middle, as a heart does, and the hole is filled with brandy. It must not be baked
  by anyone who is in love, or it will rise. Bakers test their apprentices with it.
Two forks are always laid beside it, the second one for memory or for hope.
i: What happens to it if the cook has lost his heart? => it will rise
i: What is poured into the hollow? => brandy
# anvil bread | rye | black treacle | the smithies | in winter | Kaspar Holm | so hard that one
  needs a hammer
It is sold with a small hammer, since no knife goes through it. Climbers carry it, for a piece
  lasts for a day. Dentists give the bakers a present each new year.
Old people soak it in milk overnight and eat it with a spoon and a smile.
i: Who is thankful to those who bake this? => Dentists
i: Which tool comes with the purchase? => a small hammer
# green Monday | spinach | eggs | the girls' school | after long feasts | Sister Paula | for
  people who had too much of everything
It is meant for people who ate too much, and it is served without salt, sugar or conversation. The
  pupils painted the school door with it. It has never washed off.
Cooks say that the colour calms the stomach, and nurses have painted a wall with the same green.
i: What was decorated with leftovers that stay for ever? => the school door
i: Which seasonings are lacking? => salt, sugar
# fisher's breakfast | smoked cod | potatoes | the quay | before dawn | Hanne Groot | that is
  eaten standing up
One eats it standing, with the fingers, facing the sea to see whether the boats are leaving.
  Chairs on the quay are said to bring bad weather. Gulls get the skin.
The pan is passed from hand to hand along the quay and comes back clean.
i: What furniture is thought to cause storms? => Chairs
i: Who receives the outer part of the fish? => Gulls
# cherry thunder | cherries | chocolate | the palace kitchen | in July | Marcel Tov | that goes
  off with a bang
The stones are left in, and they crack in the oven with a noise that once made the guard call out
  the soldiers. The cook was promoted. It is served with a helmet of cream.
Guests with weak hearts are told beforehand and get a cushion to hold.
i: What happened to the man whose dessert caused an alarm? => promoted
i: Which part of the fruit makes the noise? => The stones
# rope soup | leeks | barley | the Rope Walk | in hungry years | Old Brigid | whose main thing is
  tied in knots
The leeks are tied in knots so that they take longer to eat, which was useful when there was
  little. A good cook knew twelve different knots. The poor could be told from the rich by their
  patience.
To untie it with the fork alone was a game for long evenings.
i: Why did the needy tie up vegetables? => take longer to eat
i: How many ways of tying should one know? => twelve
# bishop's nose | pink radishes | goat cheese | the chapel house | at Easter | Canon Fabian | that
  is named after a face
A radish sits on a white cheese as the red nose sat in the pale face of a bishop who liked wine.
  He laughed at it and ate nine. The next bishop tried to forbid it.
At the tables of priests one leaves the radish away and says nothing about it.
i: What did the man say by his behaviour who was made fun of? => laughed at it
i: Who was against the joke on the plate? => The next bishop
# moon rolls | wheat | poppy seeds | the bakery in Mill Road | when the moon is full | Wynn the
  baker | that change in size through the month
The rolls grow and shrink with the moon, so that they are as thin as a nail at the new moon and
  round as a face at the full moon. The price stays the same. Misers wait.
Fishermen hang one in the cabin and know by it when the high tides come.
i: Who holds off buying until the month is half over? => Misers
i: What does not alter while the size does? => The price
# honey eel | eel | honey | the east bank | at weddings | Cook Marisol | that unites two sides of
  the river
One bank gives the eel and the other the honey, and it is cooked on the bridge so that neither
  side can claim it. Guests from elsewhere should be warned. The bride eats first, for luck.
Musicians are not paid before they have tried it, and a fiddler ran away.
i: Where does the cooking happen, to be fair to everybody? => on the bridge
i: Who begins the meal? => The bride
# winter pears | pears | red wine | the monastery cellar | at Christmas | Widow Tamsin | that are
  left in the dark for a hundred nights
The pears lie in wine for a hundred nights, and someone has to turn them each evening and say
  their number. A monk who forgot to count had to start again in spring.
They come to the table whole, with their stalks, on a plate as dark as they are.
i: What was the result of losing count? => start again in spring
i: For how long must the fruit stay in the barrel? => a hundred nights
# pilot's pancake | buckwheat | bacon | the pilot house | in fog | Ragna Rowe | that can be heard
  by ships
It is as large as a ship's wheel and is beaten with a spoon to guide boats when the fog horn is
  broken. Afterwards the pilots share it out. Crumbs belong to the dog.
The recipe hangs beside the compass, and both are wiped once a week.
i: What replaces the horn in bad sight? => beaten with a spoon
i: Who may have what falls on the floor? => the dog
# beggar's gold | pumpkin | ginger | the poor house | in October | Matron Olga | that looks richer
  than it is
The soup shines like gold and costs almost nothing. A rich merchant once paid a silver coin for a
  bowl, and with that coin the poor house bought its first cow. The cow was called Ginger.
It is given out from a copper pot by the mayor, who has to wear an apron.
i: What did the home for the needy get through a bowl of soup? => its first cow
i: What name did they choose for the animal? => Ginger
# silent cookies | oats | nuts | the theatre | during plays | Madam Perrine | that make no noise
  between the teeth
They are soft so that nobody can hear them during a play. An actor found out their price by the
  length of his monologue. In comedies people prefer the loud kind.
A box of them stands at the entrance, and ushers know who takes more than two. They are round and
  pale.
i: In which kind of piece may one crunch? => In comedies
i: Why must the baking not be hard? => nobody can hear them
# smith's coffee | coffee | pepper | the smithies | early in the morning | Jo Dixon | in which a
  spoon stands up
It is so thick that a horseshoe floats on it, and it is heated with a glowing iron rod. The pepper
  keeps the smiths awake until noon. Horses like the smell.
Apprentices must drink a cup without a face on their first day at the fire.
i: What warms the drink? => a glowing iron rod
i: Which animals enjoy the scent? => Horses
# lighthouse stew | mussels | carrots | the lighthouse | in long nights | Keeper Torben | that
  never comes to an end
The pot was never empty in fifty years, since something was added whenever something was taken.
  Its oldest carrot must have been famous. A new keeper washed the pot and was not forgiven.
Visitors had to bring something for it, and once that was a boot by mistake. It was taken out.
i: Which act of cleaning made people angry? => washed the pot
i: How many years did one cooking last? => fifty
# king's mistake | herring | strawberries | the royal ship | in June | Chef Isidor | that was
  eaten out of politeness
A king mixed the two plates by accident and declared it good, so all had to follow. To everyone's
  surprise it is good. It is still eaten with a crown of paper.
The servants in the kitchen laughed behind the door and then licked their plates.
i: What must diners wear for the odd mixture? => a crown of paper
i: Why did the court imitate an error? => declared it good
# nettle beer | nettles | lemon | Nettle Hill | in May | Brewer Hartwig | that stings a little on
  the tongue
It tickles the tongue like the plant itself and makes the drinker speak the truth for an hour. It
  is forbidden in the council room. Lovers drink it on the third date.
Donkeys have found the barrels twice, and on both days the milk came late.
i: In which place may it not be served? => in the council room
i: What is a person like after a glass of it? => speak the truth
# raft biscuits | oats | raisins | a shipwreck | on long journeys | Cousin Alfred | that float
They float, so that sailors in the water would have something to eat and to hold on to. School
  classes race them in the fountain. The winner is eaten last.
Each one has a hole in the middle for a string, so that it can be worn around the neck.
i: For which competition do pupils use the baking? => race them in the fountain
i: Besides food, what good were they to people in the sea? => to hold on to
# carpenter's salad | cabbage | walnuts | the timber yard | in spring | Foreman Lutz | that is
  prepared with a plane
The cabbage is cut with a plane in long curls like shavings, and once real shavings got in and
  nobody noticed until the evening. It is eaten out of a clean hat.
Foreigners look for the dressing, which is rain water with a nail in it.
i: What got into the bowl by accident? => real shavings
i: From what does one eat it? => a clean hat
`,
});
