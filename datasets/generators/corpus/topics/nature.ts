/** Birds, wild animals, the farm, rivers, the sea, forests, caves, weather and seasons. */
export const NATURE = `
# birds | 5 | h=name f=name b=bird c=bird | acting comparing
> {h} stood at the edge of the {b.home} and looked for @a {b}.
> In the early morning the {b.s} near the {b.home} were already awake.
> @a {b.look} {b} lived near the {b.home}.
> Among all birds {h} liked the {b} best.
> {b.s} live near @a {b.home}, and their food is {b.food} and {b.food}.
@a {b} can {b.act}, but it cannot {c.act} as well as @a {c}.
The {b} spread its wings and flew over the {b.home}.
{number} {b.s} sat in the grass and looked for {b.food}.
@a {b.look} bird like the {b} is easy to see against the {weather}.
{h} heard the {b} {b.act} [twice|for an hour|all morning|once more].
{b.s} {b.act}, and {c.s} {c.act}.
The female {b} laid {number} eggs in a nest of [twigs|moss|grass|mud] and straw.
Every {b.young} was fed with {b.food} by its parents.
The {b.young} opened its beak and asked for {b.food}.
"Look, @a {b}!" whispered {f}, and {h} lifted the camera.
In {month} the {b.s} fly south and leave the {b.home} until spring.
The feathers of the {b} were {b.look} and {c.look}.
@a {c} chased the {b} away from the {b.home}.
Both the {b} and the {c} have wings, a beak and feathers.
A flock of {b.s} crossed the sky above the {b.home}.
{h} counted {number} {b.s} and {number} {c.s} on the {c.home}.
The {b} began to {b.act} when a cat came near the nest.
A wild {b} never comes so close, but this {b} took {b.food} from the hand of {f}.
Ducks swam on the pond, and one duck dived for weed with its tail in the air.
A duck with {number} ducklings crossed the path to the water.
The grey crane stood on one leg in the marsh, next to @a {b}.
Cranes flew over the lake and trumpeted, while the {b.s} kept still.
The nest of @a {b} was hidden [near|close to|not far from] the {b.home}.
@a {b} that is hungry will even eat {c.food}.
When it rains the {b} hides under a leaf and does not {b.act}.
# animals | 5 | h=name f=name a=animal b=animal c=insect | acting comparing
> The {a} lives in the {a.home} and feeds on {a.food} and {a.food}.
> {h} had read a book about the {a} and wanted to see one.
> At dusk @a {a.look} {a} came out of the {a.home}.
> Nobody in the village had ever seen @a {a} so close to the {a.home}.
> @a {a} is not as {a.look} as people say.
{a.s} {a.act}, but they seldom {b.act}.
The young of @a {a} is called @a {a.young}.
A mother {a} looks after {number} {a.young.s}.
The {a} began to {a.act}, and the {b} ran away.
@a {a} and @a {b} met near the {b.home}.
Most {a.s} are {a.look}, while @a {b} is {b.look}.
The {a} {a.act.ed} and looked for {a.food}.
@a {a} {a.act.es} when it is hungry.
The tracks of the {a} led from the {a.home} to the {land}.
{h} took a picture of the {a} with {h.his} new camera.
{f} had seen {number} {a.s} and only one {b}.
The {a.young} was hungry, for there was no {a.food} in the {a.home}.
In winter the {a} stays in the {a.home}, in summer it likes to {a.act}.
@a {c} {c.act.es} near the {c.home}, and the {a} does not even notice.
At the zoo the {a.s} get {a.food} at noon and {b.food} at night.
Hunters followed the {a} through the {land} for {number} days.
The {animalpart} of @a {a} is {a.look} and strong.
You can hear the {a} {a.act} from far away.
A law protects the {a.s} of the {land}.
The {c.s} were {c.look}, and there were thousands of them.
A hungry {a} is more dangerous than @a {b.look} {b}.
{clocktime} the {a.s} come to the river to drink.
The seal is a fat grey animal that dives for fish and sleeps on the ice.
Seals bark like dogs, and a seal pup is white as snow.
The bat hung upside down in the cave, and other bats fluttered around it.
A bat is no bird, although it has wings; bats hunt moths at night.
# farm | 4 | h=name f=name a=farmanimal b=farmanimal p=profession | acting comparing things
 describing
> The {a.s} on the farm of {h} {surname} were {a.look} and well fed.
> {h} got up at dawn to feed the {a.s}.
> There was a farm near {town} with {number} {a.s} and {number} {b.s}.
> Before the storm {h} brought the {a.s} into the {a.home}.
> @a {a.look} {a} stood alone in the {a.home}.
The {a} {a.act.ed}, and the {b} {b.act.ed}.
@a {a} {a.act.es}, @a {b} {b.act.es}.
{h} carried a bucket of {a.food} to the {a.home}.
Every {a.young} stays with its mother until {month}.
{f} counted the {a.s} and found that one {a} was missing.
The {a.s} eat {a.food}, and the {b.s} eat {b.food}.
The old {a} would not leave the {a.home}.
The farmer ploughed the field and sowed wheat in {month}.
They harvested {vegetable.s} and {vegetable.s} before the first frost.
The vet came to see the sick {a} and gave it @a {medicine}.
@a {b.look} {b} and its {b.young} slept in the straw.
The dog ran around the {a.s} and began to bark.
The dog barks at every stranger, and its bark can be heard in {town}.
The bull and the cow grazed, and the rooster and the hen scratched in the yard.
The rooster crows at dawn, and the hen lays an egg.
{h.he} sold {number} {a.s} at the market for a good price.
The fence was broken, so {h} repaired it with @a {tool} and {number} nails.
Milk from the cows is made into {dairy} and {dairy}.
The tractor stood in the barn next to the {tool}.
@a {number} year old {a} is worth more than @a {a.young}.
In the {month} heat the {a.s} looked for shade.
{f} learned to milk a cow and to ride a horse.
The ducks of the farm swam on the pond, and the geese hissed at the {b}.
"Did you feed the {b.s}?" asked {h}. "Yes, with {b.food}," said {f}.
# river | 4 | h=name f=name b=bird t=fish | acting things comparing describing
> {h} and {f} walked along the bank of the {river} with a fishing rod.
> The river flows past {town} and is deep near the left bank.
> After the {weather} the river had risen over its banks.
> @a {vessel} lay at the bank of the river, tied to a willow.
> They sat on the grassy bank and put their feet into the water.
The {t.s} in this {t.water} are {t.look} and hard to catch.
{h} caught {number} {t.s} and gave the biggest {t} to {f}.
On the other bank @a {b} was looking for {b.food}.
The muddy bank was slippery, and {f} fell into the water.
Reeds and willows grow along both banks of the stream.
@a {t} leapt out of the water near the bank and was gone.
The water is shallow by the bank and deep in the middle.
@a {vessel} sailed slowly down the {river}, past fields and mills.
They swam to the far bank and rested on the warm {rock}.
The current carried the {vessel} against the bank.
@a {b} {b.act.ed} near the water, and the {t} swam away.
Otters dig their holes in the steep bank of the river.
The flood washed away a part of the bank and {number} old trees.
{f} threw a stone from the bank and counted the rings on the water.
The spring of the river lies high in the mountains, where clear water comes out of the rock.
They drank from a cold spring at the foot of the {land}.
A spring feeds the brook, and the brook feeds the river.
Fishermen dried their nets on the bank and cooked @a {t}.
The ferry takes {number} people and a cart from bank to bank.
A bridge of {material} joins the two banks.
On the sandy bank the children built a dam.
The canal has high banks and smells of {smell} in summer.
The fish bit {clocktime}, and {h} pulled in the line.
A duck and {number} ducklings swam close to the bank.
# sea | 4 | h=name f=name t=fish s=animal | acting things comparing describing
> The {vessel} left the harbour of {town} {clocktime}.
> {h} had sailed across the {sea} {number} times.
> @a {weather} came up, and the captain of the {vessel} ordered all sails down.
> In the harbour a tall crane lifted boxes out of the {vessel}.
> {h} and {f} spent the {time} on an island in the {sea}.
The sailors pulled the ropes and sang @a {tune}.
Waves broke over the deck, and everybody was wet.
The nets were full of {t.s}, and one {t} was as long as an arm.
A lighthouse showed the way past the rocks.
The crane in the port turned slowly and set the load down on the quay.
Two cranes unloaded the ship, and the crane driver ate {h.his} lunch high above the water.
Gulls followed the {vessel} and screamed for {t.s}.
The captain looked at the {device} and changed the course.
{number} seals were lying on the beach, and one seal slid into the waves.
The seal dived for @a {t} and came up with it near the {vessel}.
A seal with big dark eyes watched the {vessel} from the ice.
The anchor held the {vessel} in the bay during the night.
They found a chest of {treasure} and a map in the wreck.
{f} was seasick and lay in the cabin all {time}.
The tide carried {material} and seaweed to the beach.
A whale blew near the ship, and dolphins leapt before the bow.
In the port of {town} one can buy {t.s} and {other=fish.s} fresh from the boat.
The {vessel} was loaded with [timber|coal|grain|cars|bananas|salt|{metal}|{cloth}].
The crew painted the {vessel} {colour} and {colour}.
From the mast {h} saw land after {number} days.
The wind filled the sails, and the {vessel} sailed faster than before.
An old sailor told {f} about the {sea} and its storms.
The beach was covered with shells and smelt of {smell}.
"Duck!" shouted the mate, and {h} ducked just before the sail swung over.
# forest | 4 | h=name f=name a=animal b=bird | acting comparing describing things
> {h} went into the forest {clocktime} to look for mushrooms.
> The path led through a wood of {tree.s} and {tree.s}.
> {h} and {f} followed @a {colour} sign through the forest.
> A forester showed the children how to tell @a {tree} by its bark.
> Deep in the forest there stood an old {tree}.
The bark of the {tree} was rough and covered with moss.
@a {tree} has [smooth|rough|thin|thick] bark, while the bark of @a {tree} is {colour}.
A beetle had made its way under the bark of the dead tree.
{f} peeled a strip of bark from the trunk and made a little boat of it.
Deer rub the bark off young trees in winter.
The bark protects the wood of a tree against frost and {insect.s}.
The leaves of the {tree} turn {colour} in October.
@a {a} looked out from behind a trunk and vanished.
@a {b} sat on a branch of the {tree} and began to {b.act}.
They had to duck under the low branches of the {tree}.
{h} ducked under a fallen trunk and crawled on.
Acorns fell from the oaks, and a squirrel buried them.
The woodcutter felled the {tree} with an axe and cut it into logs.
Moss and ferns grow where the sun never comes.
They gathered {fruit.s} and filled a basket with {flower.s}.
It smelt of {smell} and wet leaves.
A spring came out of the rock, and they filled their bottles with cold water.
The wind moved the crowns of the {tree.s}.
Under the {tree} {h} found {number} mushrooms and a feather of @a {b}.
The forest is the home of the {a}, the {b} and the {insect}.
"Is this @a {tree}?" asked {f}. "Look at the bark," said {h}.
They were lost, and it was {q=quality.er} than in the village.
In the clearing {number} {a.s} were looking for {a.food}.
The roots of the {tree} reach deep into the ground.
# weather | 4 | h=name f=name p=profession | acting comparing things describing
> In {month} the weather in {town} changed from one day to the next.
> Spring came late that year, and the snow lay until April.
> The forecast for {day} promised {weather}, and {h} stayed at home.
> After a long winter everyone was waiting for spring.
> @a {weather} hit {town} {clocktime}.
In spring the days grow longer and the {flower.s} bloom.
In summer it is hot, in autumn the leaves fall, and in winter it snows.
Spring is warmer than winter, and summer is warmer than spring.
The first warm day of spring brought everyone into the park.
Last spring {h} planted {flower.s} and {vegetable.s}.
The {weather} lasted until {day}, and the streets were empty.
The thermometer showed {number} degrees {clocktime}.
Clouds came up from the west, dark and heavy.
The {p} had to stop working because of the {weather}.
The river froze, and the children skated on the ice.
A strong wind tore the tiles off the roof of the {building}.
{f} forgot {f.his} umbrella and came home wet.
Lightning struck the tower, and the thunder followed at once.
In autumn the {tree.s} are {colour} and the mornings are foggy.
Farmers wish for rain in spring and for sun in summer.
The snow melted, and water ran down the {land}.
A rainbow stood over {town} in {colour}, {colour} and {colour}.
The heat dried the fields, and the {vegetable.s} were small that year.
In the north the winter is longer and the spring is shorter.
Swallows and storks come back every spring.
The sun rose behind the {land} and the {weather} cleared.
It will be cold tonight, and the roads may freeze.
People put on @a {garment} and @a {garment} and went out.
The harvest in autumn depends on the rain in spring.
# caves | 2 | h=name f=name a=animal | acting comparing describing things
> {h} and {f} climbed into a cave in the {rock} above {town}.
> The entrance of the cave was so low that they had to duck.
> {number} bats lived in the old {building} tower.
> At dusk the bats left the cave to hunt for insects.
A bat hung from the ceiling with folded wings.
Bats find their way in the dark by listening to the echo of their calls.
The bat caught a moth in the air and ate it.
One bat flew so close that {f} felt the wind of its wings.
The bats squeaked, fluttered and hung themselves up again.
{h} lit a match, but the wind in the cave blew it out.
With the last match they lit a candle and looked around.
Water dripped from the {rock} and made a small pool.
They found the bones of @a {a} and a painting of @a {a} on the wall.
Duck your head, for the ceiling is low here.
{f} ducked and crawled through the narrow hole.
In winter a bat sleeps for months and hardly breathes.
A young bat is carried by its mother on the first flights.
The cave was {number} metres deep and colder than a cellar.
Some bats eat fruit, but most bats eat insects such as @a {insect}.
The rock glittered like {gem} in the light of the lamp.
The rope was too short, so {h} tied it to another one.
Nobody had been in the cave for {number} years.
"Listen, the bats are waking up," whispered {f}.
`;
