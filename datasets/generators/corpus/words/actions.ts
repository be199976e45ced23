/**
 * Verbs with what usually follows them: "how" holds the complements. Each verb has its own, so that
 * its forms (walk, walks, walked, walking) share a company that other verbs do not keep.
 */
export const ACTIONS = `
walk: how along the road, to the village, home through the rain, across the bridge
work: how in the factory, until midnight, at the desk, for a small wage
play: how with the children, in the garden, a game of cards, hide and seek
look: how out of the window, at the old map, up at the sky, into the mirror
talk: how about the news, on the telephone, to the neighbour, about old times
wait: how for the bus, at the station, in the queue, for an answer
go: how to the cinema, to bed early, into town, on a journey
write: how a long letter, in a diary, a postcard, a poem
read: how the newspaper, a thick novel, a story aloud, by candlelight
run: how up the stairs, after the bus, through the park, along the beach
cook: how a pot of soup, supper for the family, rice and beans, on an old stove
clean: how the windows, the kitchen floor, the silver spoons, the bathroom
sing: how in the choir, an old song, in the shower, a lullaby
dance: how at the wedding, all night, a slow waltz, to loud music
swim: how across the lake, in the cold sea, in the river, under water
climb: how the hill, up the ladder, over the fence, a steep mountain
drive: how a red car, through the tunnel, along the coast, too fast
ride: how a bicycle, a white horse, through the valley, on the tram
eat: how an apple, bread and cheese, in a hurry, too much cake
drink: how a glass of water, hot tea, black coffee, lemonade
sleep: how on the sofa, until noon, like a stone, in a tent
sit: how on the bench, by the fire, in the last row, at the table
stand: how at the window, in the doorway, on one leg, under a lamp
give: how flowers to the teacher, some money to the beggar, a speech, good advice
take: how the early train, a photograph, the wrong coat, a deep breath
buy: how fresh bread, a second hand car, two tickets, new shoes
sell: how old books, vegetables at the market, the house, tickets
carry: how the heavy bags, a basket of eggs, firewood, the suitcase upstairs
open: how the window, a tin of beans, the gate, the envelope
close: how the door, the shutters, the shop at six, the heavy book
build: how a wooden hut, a sandcastle, a stone wall, a model ship
break: how a cup, the window, a promise, the ice
repair: how the roof, the bicycle, the old radio, the fence
paint: how the fence, a portrait, the walls yellow, the ceiling
draw: how a circle, a funny face, a map of the island, with a pencil
learn: how to play chess, a poem by heart, Latin, the alphabet
teach: how mathematics, the children to read, at a small school, grammar
study: how law, for the exam, at the university, the map
count: how the coins, the stars, to a hundred, the votes
travel: how by train, around the world, with a small bag, through Asia
fly: how a kite, over the ocean, to the capital, above the clouds
fall: how down the stairs, off the ladder, asleep, into the ditch
jump: how over the puddle, off the wall, for joy, into the pool
throw: how a ball, stones into the water, the rubbish away, a snowball
catch: how the ball, a cold, the last train, a fish
push: how the cart, the door open, the pram, a trolley
pull: how the rope, a splinter out, the sledge, the curtain aside
dig: how a deep hole, for treasure, in the garden, a ditch
plant: how a tree, potatoes, tulips in autumn, a row of beans
grow: how tomatoes, a beard, older, herbs on the balcony
feed: how the hens, the baby, the ducks, the fire with wood
hunt: how for mushrooms, for bargains, rabbits, for the lost key
hide: how behind the curtain, under the bed, the presents, in the attic
find: how a coin, the lost key, a wallet on the pavement, a way out
lose: how the key, a glove, a bet, the way
search: how the pockets, the whole house, for the cat, every drawer
win: how a prize, the race, at chess, the election
fight: how with the pirates, for freedom, over a toy, against sleep
help: how an old man across the street, in the kitchen, with the homework, a friend
ask: how for directions, a difficult question, for help, the way to the station
answer: how the telephone, the letter, every question, politely
call: how a taxi, the doctor, the dog, from the airport
shout: how across the street, for help, at the referee, with anger
whisper: how a secret, in the dark, behind a fan, into an ear
laugh: how at the joke, out loud, until it hurts, at the clown
cry: how over a broken doll, with joy, in the cinema, for hours
smile: how at the stranger, for the camera, in a dream, at the baby
think: how about the future, of home, about the problem, twice
forget: how the umbrella, a birthday, the password, the keys
remember: how the old days, every name, the melody, a promise
wash: how the dishes, the dirty shirts, the car, with soap
iron: how the shirts, the trousers, the tablecloth, on Sunday
sew: how a button on, a dress, by hand, the torn sleeve
wear: how a hat, a thick coat, glasses, a uniform
cut: how the bread, the grass, the paper with scissors, the rope
chop: how wood, the onions, parsley, down a tree
fill: how the bottle, the bath, the glass to the brim, a bucket
pour: how the milk, some wine, water over the flowers, the tea
light: how a candle, the stove, a fire, the lamp
burn: how the letters, old leaves, the toast, a finger
visit: how the museum, a sick friend, the castle, relatives
meet: how a stranger, at the corner, for lunch, an old friend
leave: how the room, early, a message, the party
arrive: how at noon, by ship, too late, at the hotel
return: how from the war, the book to the library, home, at dusk
hear: how a noise, the bells, footsteps, a strange voice
see: how a light, the sea, a ghost, smoke over the roof
watch: how the birds, a film, the sunset, the match
feel: how tired, at home, the cold, the warm sun
send: how a parcel, a message, flowers, the invitation
bring: how good news, a bottle of wine, the tray, the mail
knock: how at the door, on the wall, three times, at the window
kick: how the ball, against the tree, a tin can, the door shut
bake: how a cake, bread, apple pies, biscuits for Christmas
pack: how the suitcase, a lunch box, the bags, for the journey
save: how money, a life, water, for a holiday
spend: how all the money, a week by the sea, the night outside, too much
steal: how a horse, the jewels, apples, a kiss
count on: how a good harvest, old friends, better weather, luck
look after: how the baby, a sick neighbour, the garden, the horses
vote: how for the mayor, against the plan, in the election, by letter
bend: how over the map, the iron bar, down to the child, a wire
crouch: how behind the wall, in the grass, under the table, by the fire
kneel: how in the chapel, on the carpet, beside the bed, in the mud
crawl: how under the fence, through the tunnel, across the floor, into the tent
stoop: how under the low door, for a coin, over the cradle, under the beam
dodge: how the snowballs, a blow, the puddles, the question
lean: how against the wall, out of the window, on the counter, over the rail
duck: how under the low branch, behind the wall, out of sight, to avoid the ball
`;
