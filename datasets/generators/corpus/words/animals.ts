/**
 * Animals: where they live, what they eat and do. The verbs stand in their base form ("dive for
 * weed"), and the templates inflect them.
 */
export const BIRDS = `
duck: home pond, lake, marsh; food weed, snails, bread; act dive for weed, quack, paddle; look
 brown, green; young duckling
sparrow: home hedge, roof, yard; food seeds, crumbs; act chirp, hop about, quarrel; look brown,
 small; young chick
swan: home lake, river, pond; food weed, grass; act glide, hiss, stretch its neck; look white,
 graceful; young cygnet
goose: home meadow, marsh, lake; food grass, grain; act honk, waddle, hiss; look grey, noisy;
 young gosling
crow: home field, tree, roof; food worms, grain; act caw, strut about, steal eggs; look black,
 clever; young chick
owl: home barn, forest, tower; food mice, voles; act hoot, hunt at night, blink; look wise, silent;
 young owlet
eagle: home mountain, cliff, valley; food rabbits, fish; act soar, swoop, scream; look golden,
 proud; young eaglet
robin: home garden, hedge, wood; food worms, berries; act sing, hop about, perch on a spade; look
 red, tame; young chick
gull: home harbour, cliff, beach; food fish, crabs; act scream, follow the boats, swoop; look grey,
 greedy; young chick
crane: home marsh, meadow, lake; food frogs, grain; act dance, wade, trumpet; look tall, grey;
 young chick
heron: home river, marsh, pond; food frogs, fish; act wade, stand still, spear a fish; look grey,
 patient; young chick
pigeon: home square, roof, loft; food crumbs, corn; act coo, flutter, strut about; look grey, plump;
 young squab
hawk: home forest, valley, cliff; food mice, pigeons; act hover, swoop, circle; look fierce, sharp;
 young chick
stork: home chimney, meadow, marsh; food frogs, mice; act clatter, wade, build a nest; look white,
 tall; young chick
woodpecker: home forest, wood, orchard; food beetles, ants; act drum on a trunk, climb, peck; look
 spotted, red; young chick
swallow: home barn, stable, bridge; food flies, gnats; act swoop, twitter, skim the water; look
 blue, swift; young chick
penguin: home ice, island, coast; food fish, squid; act waddle, dive for fish, huddle; look black,
 clumsy; young chick
parrot: home jungle, cage, palm tree; food nuts, fruit; act talk, screech, climb; look green,
 colourful; young chick
falcon: home cliff, tower, castle; food pigeons, larks; act soar, dive on its prey, circle; look
 swift, grey; young chick
raven: home cliff, forest, tower; food carrion, eggs; act croak, circle, steal eggs; look black,
 clever; young chick
lark: home field, meadow, heath; food seeds, beetles; act sing, rise into the sky, hover; look
 brown, small; young chick
blackbird: home garden, hedge, orchard; food worms, cherries; act sing, hop about, flutter; look
 black, shy; young chick
cuckoo: home wood, heath, marsh; food caterpillars, beetles; act call, hide, steal a nest; look
 grey, shy; young chick
nightingale: home thicket, wood, garden; food beetles, ants; act sing, hide, sing at night; look
 brown, plain; young chick
peacock: home park, palace garden, lawn; food seeds, grain; act scream, strut about, spread its
 tail; look blue, vain; young chick
pelican: home coast, lagoon, lake; food fish, crabs; act scoop up fish, glide, nest; look white,
 clumsy; young chick
kingfisher: home brook, river, stream; food minnows, fish; act dive for fish, perch, flash past;
 look blue, shy; young chick
starling: home roof, field, orchard; food worms, cherries; act whistle, flock, quarrel; look
 spotted, noisy; young chick
magpie: home tree, hedge, park; food eggs, beetles; act chatter, steal eggs, strut about; look
 black, clever; young chick
ostrich: home plain, savanna, desert; food seeds, grass; act run, stretch its neck, kick; look tall,
 fast; young chick
`;

export const WILD_ANIMALS = `
fox: home den, wood, heath; food mice, hens; act bark, hunt at dusk, creep; look red, sly; young cub
wolf: home forest, mountain, steppe; food deer, sheep; act howl, hunt in packs, growl; look grey,
 hungry; young cub
bear: home cave, forest, mountain; food honey, berries, salmon; act growl, climb, sleep all winter;
 look brown, strong; young cub
deer: home forest, glade, park; food grass, leaves; act graze, leap, flee; look shy, graceful;
 young fawn
rabbit: home burrow, meadow, hedge; food clover, grass; act hop, dig, nibble; look soft, quick;
 young kitten
squirrel: home tree, park, wood; food nuts, acorns; act climb, leap, bury nuts; look red, nimble;
 young kitten
hedgehog: home garden, hedge, leaf heap; food slugs, beetles; act curl up, snuffle, hibernate; look
 prickly, shy; young hoglet
badger: home burrow, wood, hill; food worms, roots; act dig, snuffle, hunt at night; look striped,
 stout; young cub
bat: home cave, attic, church tower; food moths, gnats; act hang upside down, flutter, squeak; look
 black, blind; young pup
otter: home river, stream, lake; food fish, crabs; act swim, play, slide down the mud; look sleek,
 playful; young pup
beaver: home river, lodge, stream; food bark, twigs; act gnaw, build a dam, swim; look busy, brown;
 young kit
seal: home coast, ice, beach; food fish, squid; act bark, bask on a rock, dive for fish; look grey,
 fat; young pup
whale: home ocean, sea, bay; food krill, squid; act sing, dive, blow; look huge, blue; young calf
dolphin: home sea, bay, ocean; food fish, squid; act leap, whistle, follow the ship; look clever,
 grey; young calf
shark: home sea, reef, ocean; food fish, seals; act circle, hunt, bite; look grey, fierce; young pup
lion: home savanna, plain, zoo; food zebras, antelopes; act roar, sleep in the shade, hunt; look
 golden, proud; young cub
tiger: home jungle, zoo, forest; food deer, boars; act growl, creep, swim; look striped, fierce;
 young cub
elephant: home savanna, jungle, zoo; food leaves, grass; act trumpet, bathe, tear down branches;
 look huge, grey; young calf
monkey: home jungle, zoo, palm tree; food bananas, nuts; act climb, chatter, swing; look clever,
 cheeky; young infant
giraffe: home savanna, zoo, plain; food leaves, twigs; act stretch its neck, graze, gallop; look
 tall, spotted; young calf
zebra: home savanna, plain, zoo; food grass, leaves; act graze, gallop, kick; look striped, fast;
 young foal
camel: home desert, oasis, caravan; food thorns, dates; act spit, kneel, carry loads; look patient,
 brown; young calf
crocodile: home river, swamp, zoo; food fish, antelopes; act lurk, snap, bask in the mud; look
 green, dangerous; young hatchling
snake: home grass, desert, wood; food mice, frogs; act hiss, slither, coil; look green, poisonous;
 young hatchling
frog: home pond, marsh, ditch; food flies, gnats; act croak, leap, hide in the mud; look green,
 slippery; young tadpole
tortoise: home garden, desert, island; food lettuce, clover; act crawl, hibernate, hide; look slow,
 old; young hatchling
kangaroo: home plain, desert, bush; food grass, leaves; act hop, box, leap; look brown, fast; young
 joey
hare: home field, heath, meadow; food clover, bark; act leap, run, box; look brown, quick; young
 leveret
mouse: home barn, cellar, field; food cheese, grain, crumbs; act squeak, nibble, scurry; look tiny,
 quick; young pup
rat: home cellar, harbour, drain; food rubbish, grain; act gnaw, scurry, swim; look grey, clever;
 young pup
mole: home lawn, meadow, tunnel; food worms, beetles; act dig, burrow, push up earth; look blind,
 black; young pup
lizard: home wall, desert, rock; food flies, ants; act bask on a stone, dart away, hide; look green,
 quick; young hatchling
boar: home forest, thicket, field; food acorns, roots; act grunt, dig, charge; look wild, strong;
 young piglet
`;

export const FARM_ANIMALS = `
dog: home kennel, yard, farm; food bones, meat; act bark, wag its tail, guard the house; look
 faithful, brown; young puppy
horse: home stable, paddock, meadow; food hay, oats; act neigh, gallop, pull the cart; look strong,
 brown; young foal
cow: home barn, meadow, pasture; food grass, hay; act moo, chew, give milk; look brown, calm; young
 calf
sheep: home pasture, hill, fold; food grass, clover; act bleat, graze, follow the shepherd; look
 woolly, white; young lamb
cat: home kitchen, barn, sofa; food mice, milk; act purr, mew, chase mice; look black, lazy; young
 kitten
pig: home sty, yard, farm; food scraps, turnips; act grunt, roll in the mud, squeal; look pink, fat;
 young piglet
hen: home coop, yard, barn; food corn, worms; act cluck, lay eggs, scratch; look brown, plump; young
 chick
goat: home hill, yard, shed; food thistles, hay; act bleat, climb, butt; look stubborn, white; young
 kid
donkey: home stable, field, mill; food hay, carrots; act bray, carry sacks, refuse to move; look
 grey, stubborn; young foal
rooster: home yard, coop, dung heap; food corn, worms; act crow, strut about, fight; look proud,
 colourful; young chick
turkey: home yard, coop, farm; food corn, grain; act gobble, strut about, flutter; look fat, brown;
 young chick
bull: home pasture, paddock, barn; food hay, grass; act bellow, snort, charge; look strong, black;
 young calf
pony: home paddock, stable, moor; food hay, apples; act trot, neigh, jump; look small, gentle; young
 foal
ox: home field, barn, farm; food hay, straw; act pull the plough, bellow, chew; look heavy, patient;
 young calf
`;

export const FISH = `
salmon: water river, fjord; look pink
trout: water stream, brook; look spotted
herring: water sea, harbour; look silver
cod: water sea, bay; look grey
carp: water pond, lake; look golden
eel: water river, canal; look slippery
pike: water lake, river; look green
tuna: water ocean, sea; look big
mackerel: water sea, bay; look striped
perch: water lake, canal; look green
sardine: water sea, harbour; look small
sturgeon: water river, delta; look long
`;

export const INSECTS = `
bee: home hive, meadow; act hum, gather honey, sting; look busy
ant: home hill, path; act march, carry leaves, crawl; look tiny
butterfly: home meadow, garden; act flutter, drink from the flowers, rest; look yellow
spider: home web, corner; act spin a web, crawl, wait; look black
fly: home kitchen, stable; act buzz, crawl, land on the bread; look annoying
wasp: home nest, orchard; act sting, buzz, swarm; look angry
beetle: home log, garden; act crawl, burrow, feed on leaves; look shiny
mosquito: home swamp, pond; act buzz, bite, swarm; look hungry
moth: home wardrobe, lamp; act flutter, circle the lamp, rest; look pale
grasshopper: home grass, meadow; act leap, chirp, hide; look green
ladybird: home rose bush, garden; act crawl, feed on lice, fly off; look red
dragonfly: home pond, brook; act dart about, hover, shimmer; look blue
cricket: home hearth, meadow; act chirp, leap, hide; look brown
snail: home wall, garden; act crawl, hide, feed on lettuce; look slow
worm: home soil, compost; act burrow, wriggle, crawl; look pink
caterpillar: home leaf, cabbage; act crawl, feed on leaves, wriggle; look hairy
`;
