/** The sentences of homonyms.ts: a heading "# word sense", then one sentence or template a line. */
export const HOMONYM_SENTENCES = `
# duck bird
The *duck* shook the water from its feathers and settled on the nest.
We fed a lame *duck* with old bread until it followed us home.
Two *ducks* quarrelled over a snail in the reeds.
A *duck* with a green head swam in circles before the heron.
Nothing on the pond moved except one sleepy *duck*.
The hunter's dog brought back the *duck* without hurting a feather.
~The *duck* on the lake was chased by @a {b=bird}.
~{h=name} painted a *duck* and @a {b=bird} on the {colour} wall.
~A wild *duck* flew over the {land} in {month}.
# duck lower
You must *duck* when you go through that little door.
He *ducked*, and the snowball hit the teacher instead.
Tall people have to *duck* under the beams of the old cottage.
She learned to *duck* and strike back in one movement.
*Duck* your head and run for the wall.
The driver *ducked* as the branch scraped over the open car.
~{h=name} had to *duck* because the {thing} was swinging.
~"Did you not *duck*?" asked {h=name} when the ball had hit {f=name}.
~The {p=profession} *ducked* behind the {furniture} and waited.
# bank money
The *bank* wanted to see three years of tax papers before lending her a penny.
He keeps nothing at home and everything in the *bank*.
Our *bank* charges a fee for every cheque.
The *banks* were closed, and nobody could change a note.
She asked the *bank* to stop the payment.
The robber left the *bank* with a bag of coloured paper.
~The *bank* in {town} lowered the interest on savings in {month}.
~{h=name} owes the *bank* {number} thousand and pays it back slowly.
~{h=name} trusts the *bank* more than {f=name} does.
# bank river
Cows came down the *bank* to drink.
The old ferry lay upside down on the muddy *bank*.
We left our clothes on the *bank* and swam to the other side.
Both *banks* were white with frost, and between them the water smoked.
An otter slid from the *bank* without a sound.
The path follows the *bank* as far as the mill.
~{h=name} sat on the *bank* and watched the {vessel} float by.
~@a {b=bird} walked along the *bank* of the {river}.
~Under the {tree.s} on the left *bank* they caught @a {t=fish}.
# bat animal
A *bat* had lost its way and circled the lamp in the hall.
The *bat* slept all day with its wings wrapped round its body.
Something brushed her hair, and she knew it was a *bat*.
*Bats* left the tower at dusk like smoke.
The young *bat* clung to its mother's fur.
Without its ears a *bat* would starve.
~A *bat* hung in the attic of the {b=building} all winter.
~{h=name} heard a *bat* squeak in the cave, and {f=name} heard @a {owl=bird}.
~The *bat* caught @a {i=insect} in the dark.
# bat club
He swung the *bat* too early and hit nothing but air.
She carried her *bat* over her shoulder and whistled.
The *bat* cracked in the last over of the game.
His father had carved the *bat* from a piece of willow.
All the *bats* and gloves were locked in the club house.
With a borrowed *bat* he scored forty runs.
~{h=name} gripped the *bat* with both hands and looked at {f=name}.
~The *bat* of {h=name} is heavier than that of {f=name}.
~{h=name} bought a new *bat* for the {ordinal} game in {town}.
# bark dog
We heard a *bark* behind the door, and then a deep growl.
The puppy's *bark* was louder than itself.
Every time the bell rings, the terriers *bark* like mad.
The dog *barked* at its own reflection.
One sharp *bark* was enough to wake the whole farm.
He does not bite, he only *barks*.
~The {pet} next door would *bark* at {h=name} all night.
~A hoarse *bark* told {h=name} that the dog had found the {thing}.
~The shepherd's dog *barked* when the {weather} came.
# bark tree
The *bark* came off in long strips and smelt of resin.
Somebody had cut two names into the *bark*.
Moss covers the *bark* on the northern side.
The *bark* of that tree was once used against fever.
Ants went up and down the rough *bark*.
Underneath the dead *bark* the wood was full of tunnels.
~The *bark* of the {tree} is thicker than a thumb.
~{h=name} carved a boat from the *bark* of @a {tree}.
~In winter the {a=animal} eats the *bark* of the {tree}.
# crane bird
The *crane* bent its long neck and picked a frog out of the marsh.
In autumn you can hear the *cranes* before you see them.
A pair of *cranes* danced on the wet meadow.
The *crane* stood on one leg and slept.
No other bird walks as proudly as the *crane*.
The *crane* hid its nest among the reeds.
~A *crane* and @a {b=bird} waded through the shallow water.
~{h=name} counted {number} *cranes* on their way south in {month}.
~The *crane* spread its grey wings and left the {land}.
# crane machine
The *crane* set the last beam in place before the wind grew too strong.
From the cabin of the *crane* the workers looked like ants.
They needed a *crane* to get the piano through the window.
Three yellow *cranes* turned above the roofs.
The hook of the *crane* swung over the empty street.
A *crane* fell across the rails, and no train ran until evening.
~The *crane* lifted {number} tons of {material} onto the quay.
~The *crane* driver, {h=name} {surname}, loads the {vessel} in {town}.
~A *crane* stood next to the {b=building} for {number} months.
# seal animal
The *seal* rolled off the rock and was gone in the grey water.
A young *seal* looked up at us from the ice with wet eyes.
*Seals* steal more fish than the fishermen like to tell.
The white fur of a baby *seal* keeps it warm.
Out in the bay a *seal* put up its head like a swimmer.
We took the lump on the beach for a stone, but it was a *seal*.
~A *seal* and its pup lay on the beach near {town}.
~The *seal* caught @a {t=fish} and dived under the {vessel}.
~{h=name} saw {number} *seals* on an island in the {sea}.
# seal close
*Seal* the jar while it is still hot.
The envelope was *sealed*, and nobody dared to open it.
She pressed her ring into the wax to *seal* the letter.
They had to *seal* the crack before the rain came.
The inspector *sealed* the room and took the key.
With a handshake they *sealed* the bargain.
~{h=name} *sealed* the parcel with tape and sent it to {f=name}.
~Please *seal* the box before the {p=profession} comes on {day}.
~The {office} *sealed* the contract with {colour} wax.
# spring season
In *spring* the path behind the house is blue with violets.
It was the coldest *spring* that anyone could remember.
The bears come out of their caves in *spring*.
After such a winter, *spring* felt like a present.
We shall paint the fence next *spring*.
The first swallow of *spring* sat on the wire.
~In *spring* {h=name} sows {vegetable.s} and {flower.s}.
~The *spring* in {c=country} begins earlier than in {d=country}.
~Last *spring* the {tree} was in bloom before {day}.
# spring coil
The *spring* in the old sofa had come through the cloth.
Wind it too tight, and the *spring* will break.
A tiny *spring* jumped out of the pen and rolled under the desk.
The door closes by itself, because a *spring* pulls it shut.
He stretched the steel *spring* and let it go.
The car needs new *springs* for these roads.
~The *spring* of the {thing} was rusty, so {h=name} oiled it.
~A *spring* of {metal} drives the wheels of the toy.
~The {p=craftsman} replaced the broken *spring* with a new one.
# match game
The *match* was called off because the field was under water.
Nobody who saw that *match* will forget the last goal.
They lost the *match* but not their temper.
Our next *match* is against the champions.
She won the *match* in three sets.
During the *match* not a soul was in the streets.
~The *match* between {town} and {town} was watched by {number} thousand fans.
~{h=name} scored twice in the {ordinal} *match* of the season.
~After the *match* {h=name} and {f=name} were too tired to speak.
# match fire
The last *match* went out before the candle caught.
He struck a *match* on the sole of his boot.
Children should not play with *matches*.
By the light of a *match* we read the name on the door.
The box was full, but every *match* in it was damp.
One careless *match* burned down the barn.
~{h=name} lit the stove with the *match* that {f=name} had found.
~The *match* burned the finger of {h=name} in the dark {room}.
~Strike a *match*, said {h=name}, and look for the {thing}.
`;
