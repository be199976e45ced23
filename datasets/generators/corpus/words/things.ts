/** Things of the house and the street: where they are found, what one does with them. */
export const THINGS = `
house: spot street, hill; use build, rent, paint
book: spot shelf, desk; use read, print, borrow
table: spot kitchen, dining room; use lay, polish, clear
chair: spot kitchen, balcony; use carry, repair, push back
door: spot hall, cellar; use lock, open, slam
window: spot bedroom, front wall; use clean, open, break
key: spot pocket, drawer; use turn, lose, copy
cup: spot cupboard, tray; use fill, break, rinse
bottle: spot cellar, basket; use open, fill, empty
knife: spot drawer, kitchen; use sharpen, wash, hold
spoon: spot drawer, saucer; use polish, lick, bend
plate: spot cupboard, sink; use wash, dry, break
box: spot attic, cellar; use pack, carry, open
bag: spot hook, hall; use pack, carry, drop
letter: spot mailbox, desk; use write, post, answer
picture: spot wall, album; use hang, frame, paint
clock: spot tower, mantelpiece; use wind, repair, set
watch: spot wrist, drawer; use wind, wear, repair
lamp: spot ceiling, desk; use light, switch off, hang
candle: spot table, altar; use light, blow out, buy
bed: spot bedroom, attic; use make, air, share
blanket: spot bed, sofa; use fold, shake, warm
coat: spot wardrobe, hook; use wear, brush, mend
shoe: spot doormat, shelf; use polish, lace, wear
hat: spot hook, box; use wear, lift, lose
shirt: spot wardrobe, washing line; use iron, wear, button
bicycle: spot shed, yard; use ride, pump up, repair
car: spot garage, street; use drive, wash, park
train: spot platform, tunnel; use catch, miss, board
bus: spot corner, square; use catch, drive, miss
ship: spot harbour, bay; use sail, load, steer
boat: spot lake, beach; use row, tie up, rock
bridge: spot river, canal; use cross, build, close
tree: spot garden, park; use plant, fell, climb
flower: spot vase, garden; use pick, water, smell
ball: spot lawn, yard; use throw, catch, kick
doll: spot cradle, toy box; use dress, rock, comb
kite: spot sky, beach; use fly, build, lose
coin: spot purse, fountain; use toss, spend, find
ring: spot finger, drawer; use wear, lose, sell
computer: spot office, desk; use start, repair, switch off
telephone: spot hall, office; use answer, pick up, unplug
radio: spot kitchen, shelf; use turn on, repair, hear
camera: spot bag, studio; use load, focus, carry
newspaper: spot doormat, café; use read, fold, print
umbrella: spot stand, hall; use open, forget, share
basket: spot market, cellar; use fill, carry, weave
rope: spot boat, barn; use pull, tie, cut
hammer: spot tool box, bench; use swing, hold, lend
nail: spot board, wall; use hit, pull out, bend
ladder: spot barn, orchard; use climb, lean, fold
bucket: spot well, stable; use fill, empty, carry
wheel: spot cart, workshop; use turn, oil, change
stone: spot field, brook; use lift, throw, carve
leaf: spot branch, path; use rake, press, collect
potato: spot cellar, field; use peel, boil, plant
apple: spot orchard, bowl; use pick, peel, bite
egg: spot nest, basket; use boil, break, beat
loaf: spot bakery, table; use slice, bake, share
tooth: spot mouth, glass; use brush, pull, fill
child: spot playground, school; use teach, comfort, carry
baby: spot cradle, pram; use feed, wash, rock
foot: spot pedal, doorstep; use stamp, warm, lift
hand: spot pocket, glove; use shake, hold, wash
city: spot coast, map; use visit, build, leave
party: spot garden, club; use give, leave, plan
`;
