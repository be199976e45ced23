/**
 * Words without attributes, by what they are: the long tail of the vocabulary. Each line is a
 * lexicon, "name: word, word", the commoner words first.
 */
export const LISTS = `
number: two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty,
 fifty, sixty, ninety, a hundred
ordinal: first, second, third, fourth, fifth, sixth, seventh
day: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday
month: May, June, July, April, March, August, September, October, November, December, January,
 February
time: morning, afternoon, evening, night, day, week, year, month, weekend
clocktime: at noon, at dawn, at dusk, at midnight, at six, in the evening, in the morning, after
 lunch,
 before breakfast, at sunset
colour: red, blue, green, white, black, yellow, brown, grey, pink, orange, purple, golden, silver,
 scarlet, violet, turquoise, crimson, beige, cream, olive
often: often, sometimes, always, usually, rarely, never, seldom
weather: rain, snow, fog, wind, sunshine, thunder, hail, frost, storm, drizzle, sleet, mist
mood: tired, glad, angry, nervous, curious, worried, cheerful, lonely, grateful, jealous, patient,
 ashamed, bored, homesick, puzzled, relieved, delighted, anxious, content, furious, thoughtful,
 startled
manner: slowly, quietly, quickly, carefully, gently, suddenly, happily, calmly, eagerly, politely,
 patiently, silently, gladly, bravely, clumsily, nervously, proudly, cautiously, sleepily, angrily,
 secretly, hastily, reluctantly, cheerfully, firmly, stubbornly
fruit: apple, pear, plum, cherry, orange, lemon, banana, peach, grape, melon, strawberry, raspberry,
 apricot, fig, mango, pineapple, blackberry, gooseberry, quince, blueberry, lime, papaya,
 pomegranate,
 date, coconut, grapefruit, nectarine, currant
vegetable: potato, carrot, onion, tomato, cabbage, bean, pea, leek, cucumber, pumpkin, turnip,
 radish,
 beet, mushroom, pepper, aubergine, courgette, celery stick, parsnip, lettuce, artichoke, lentil,
 chickpea, fennel bulb, sprout
spice: pepper, salt, garlic, parsley, thyme, basil, mint, ginger, cinnamon, rosemary, paprika, dill,
 nutmeg, sage, cumin, saffron, vanilla, mustard, oregano, coriander, cardamom, tarragon, marjoram,
 anise
meat: chicken, beef, pork, lamb, ham, bacon, veal, sausage, mutton, venison, liver, rabbit
dish: soup, stew, pie, salad, omelette, pancake, pudding, casserole, curry, roast, dumpling, tart,
 risotto, goulash, gratin, sandwich, broth, porridge, waffle, lasagne, quiche, soufflé, meatball
drink: tea, coffee, milk, water, juice, wine, beer, lemonade, cocoa, cider, punch, brandy, whisky
dairy: milk, butter, cheese, cream, yoghurt, curd, buttermilk
tree: oak, apple tree, pine, birch, beech, willow, maple, fir, elm, ash, chestnut, cherry tree,
 poplar,
 larch, cedar, spruce, walnut tree, lime tree, hazel, alder, cypress, yew, plane tree, rowan,
 hornbeam
flower: rose, tulip, daisy, lily, sunflower, violet, poppy, daffodil, crocus, orchid, carnation,
 iris,
 dahlia, snowdrop, marigold, peony, bluebell, primrose, geranium, lavender bush, cornflower,
 hyacinth,
 anemone, buttercup, foxglove, aster, begonia, cowslip, camellia, pansy, petunia
herb: mint, parsley, thyme, sage, dill, basil, chive, rosemary, lavender, camomile, fennel, sorrel
gardentool: spade, rake, hoe, watering can, wheelbarrow, shears, trowel, fork, hose, sickle, scythe
tool: hammer, saw, drill, screwdriver, axe, file, wrench, pliers, plane, chisel, clamp, crowbar,
 spanner, mallet, vice, level, spirit level, sander
material: wood, stone, steel, glass, iron, brick, concrete, copper, clay, marble, plastic, leather,
 brass, tin, bronze, granite, sandstone, slate, rubber, bamboo, plaster, zinc, timber
cloth: cotton, wool, silk, linen, velvet, leather, denim, lace, satin, fur, felt, nylon, tweed,
 flannel,
 corduroy, muslin, cashmere
garment: coat, shirt, dress, hat, jacket, skirt, scarf, sweater, glove, sock, belt, tie, boot, cap,
 apron, blouse, cloak, suit, shawl, waistcoat, raincoat, sandal, slipper, cardigan, bonnet, cape
furniture: table, chair, bed, cupboard, sofa, desk, shelf, wardrobe, stool, bench, armchair, chest,
 bookcase, mirror, cradle, sideboard, dresser, footstool, hammock
room: kitchen, bedroom, hall, cellar, attic, bathroom, dining room, nursery, study, pantry,
 workshop,
 parlour, corridor, balcony, porch, conservatory
instrument: piano, violin, guitar, drum, flute, trumpet, cello, harp, organ, clarinet, accordion,
 trombone, oboe, saxophone, tuba, banjo, viola, mandolin, bassoon, horn, harmonica, lute, xylophone,
 cymbal, tambourine, piccolo, ukulele, harpsichord, gong
tune: song, melody, waltz, hymn, march, ballad, lullaby, symphony, sonata, tango, polka, aria,
 anthem,
 serenade, overture, minuet, concerto, fugue, carol, rhapsody
sport: football, tennis, cricket, hockey, rugby, basketball, volleyball, baseball, handball,
 badminton,
 golf, polo, lacrosse, squash
vehicle: car, bus, train, bicycle, tram, lorry, taxi, motorbike, van, tractor, ambulance, cart,
 truck,
 coach, scooter, sledge, carriage, wagon, fire engine, jeep, limousine, tricycle
vessel: ship, boat, ferry, yacht, canoe, barge, tanker, trawler, raft, steamer, lifeboat, dinghy,
 schooner, frigate, tug, gondola, kayak, galleon, submarine
illness: cold, fever, cough, headache, flu, infection, rash, burn, allergy, asthma, pneumonia,
 measles,
 migraine, sprain, toothache, anaemia, bronchitis, diabetes, malaria, cholera, mumps, tonsillitis,
 ulcer
organ: heart, lung, stomach, liver, kidney, brain, throat, spine, knee, ear, shoulder, ankle, skin,
 wrist, hip, elbow, bladder, pancreas, spleen, artery, eyelid
medicine: pill, syrup, ointment, bandage, vaccine, tablet, antibiotic, drop, injection, painkiller,
 insulin, aspirin, penicillin, antidote, sedative
planet: Mars, Venus, Jupiter, Saturn, Mercury, Neptune, Uranus
star: Sirius, Vega, Polaris, Arcturus, Rigel, Betelgeuse, Aldebaran, Antares, Spica, Deneb, Altair
spacething: rocket, satellite, telescope, capsule, probe, space station, shuttle, rover, antenna,
 module,
 lander, orbiter, solar panel, heat shield, booster
subject: mathematics, history, geography, biology, music, grammar, physics, chemistry, Latin, art,
 spelling, algebra, geometry, literature, French, gymnastics, astronomy, botany
schoolthing: pencil, book, ruler, notebook, blackboard, satchel, map, globe, compass, eraser,
 dictionary,
 crayon, chalk, paintbrush, calculator, textbook, atlas
shop: bakery, market, bookshop, pharmacy, butcher, florist, grocery, supermarket, toy shop, kiosk,
 department store, jeweller, hardware store, antique shop, stationer
building: church, school, hospital, museum, library, station, theatre, castle, hotel, factory,
 town hall,
 bank, tower, cathedral, prison, stadium, chapel, palace, lighthouse, mill, warehouse, monastery,
 abbey,
 courthouse, barracks, observatory, gallery
place: village, town, island, valley, port, suburb, hamlet, farm, camp, fortress, colony, resort
land: hill, river, forest, lake, mountain, field, valley, meadow, beach, cliff, island, desert,
 marsh,
 moor, glacier, canyon, plain, lagoon, dune, waterfall, gorge, heath, volcano, peninsula, creek,
 reef
metal: gold, silver, copper, iron, tin, lead, zinc, nickel, platinum, aluminium, titanium, mercury
gem: diamond, ruby, pearl, emerald, sapphire, amber, opal, topaz, garnet, amethyst, jade, turquoise
gamekind: chess, cards, dominoes, draughts, hide and seek, marbles, dice, skittles, darts, billiards
shape: circle, square, triangle, cube, sphere, cone, cylinder, oval, rectangle, star, spiral,
 pyramid
animalpart: wing, tail, beak, claw, paw, feather, horn, fur, fin, snout, mane, whisker, hoof,
 tusk, antler
virtue: courage, patience, honesty, wisdom, kindness, curiosity, humour, loyalty, pride, modesty,
 ambition, generosity, cunning, caution, greed, envy, vanity, discipline, dignity, charm, gratitude
idea: freedom, justice, peace, truth, love, hope, war, duty, honour, beauty, science, religion,
 progress,
 democracy, fortune, fate, equality, tradition, friendship, revenge, happiness, memory, silence
office: mayor, minister, president, governor, ambassador, senator, chancellor, deputy, councillor,
 secretary, treasurer, commissioner, delegate
device: computer, telephone, printer, camera, radio, screen, keyboard, robot, battery, charger,
 sensor,
 speaker, scanner, router, microphone, television, tablet, calculator, projector, thermostat
software: program, password, file, website, database, message, virus, browser, folder, update,
 network,
 server, search engine, algorithm, backup, spreadsheet
treasure: gold, jewels, coins, pearls, silver, diamonds, rubies, goblets, statues, scrolls
crime: theft, robbery, fraud, murder, burglary, smuggling, forgery, blackmail, arson, kidnapping
hobby: painting, fishing, knitting, chess, photography, gardening, pottery, hiking, reading,
 sailing,
 dancing, skating, singing, embroidery, carving, cycling, stargazing, juggling, origami, fencing
sea: Atlantic, Pacific, Baltic, Mediterranean, Caribbean, Adriatic, Arctic
river: Danube, Rhine, Nile, Volga, Amazon, Thames, Seine, Ganges, Mississippi, Loire, Elbe, Congo
gas: oxygen, hydrogen, nitrogen, helium, methane, carbon dioxide, steam, chlorine, neon
rock: granite, limestone, slate, basalt, chalk, flint, quartz, sandstone, marble, lava, pumice
relation: cousin, neighbour, colleague, classmate, friend, partner, guest, stranger, rival, visitor
smell: smoke, fresh bread, hay, soap, lavender, rain, petrol, coffee, leather, seaweed, resin,
 vinegar
sound: bell, whistle, drum, thunder, footstep, engine, siren, echo, knock, creak, rattle, rumble,
 splash
saying: nothing ventured nothing gained, better late than never, all is well that ends well,
 practice makes perfect, every cloud has a silver lining, slow and steady wins the race
pet: dog, cat, rabbit, hamster, canary, budgie, goldfish, terrier, poodle, spaniel, greyhound,
 collie,
 dachshund, beagle, bulldog, setter, parakeet, guinea pig, gerbil, cockatoo, ferret, tomcat, mongrel
`;

/** More of the long tail, drawn into sentences of every topic. */
export const RARE_LISTS = `
trait: strange, quiet, friendly, cheerful, gloomy, honest, serious, funny, clumsy, gentle, stubborn,
 polite, careful, careless, curious, ordinary, famous, modest, generous, greedy, shy, bold, patient,
 nervous, charming, boring, elegant, simple, complicated, splendid, pleasant, unpleasant, wonderful,
 terrible, dreadful, marvellous, peculiar, peaceful, restless, reliable, ambitious, talented,
 skilful,
 thoughtful, absent, attentive, awkward, bitter, blunt, brilliant, brisk, candid, casual, cautious,
 childish, civil, confident, confused, considerate, courageous, crafty, cunning, daring, decent,
 delicate, determined, dignified, diligent, discreet, dull, earnest, eccentric, energetic, envious,
 experienced, faithful, fearless, fortunate, frank, frugal, grim, grumpy, harmless, harsh, helpful,
 hesitant, hopeful, hopeless, idle, impatient, impolite, impressive, industrious, innocent,
 intelligent,
 inventive, jolly, joyful, lively, logical, lonely, loyal, melancholy, merciful, merry, mild, moody,
 mysterious, naive, obedient, obstinate, odd, optimistic, passionate, pensive, practical, precise,
 prudent, punctual, rash, rational, reasonable, remarkable, reserved, resolute, respectable,
 ruthless,
 sceptical, selfish, sensible, sensitive, severe, silent, sincere, sober, solemn, stern, stingy,
 strict,
 sullen, superstitious, suspicious, tactful, talkative, tender, thrifty, tireless, tolerant, touchy,
 tranquil, trustworthy, unhappy, unusual, upright, vague, vain, versatile, vigorous, vulgar, wary,
 weary,
 whimsical, wicked, witty, worthy, youthful, zealous
trade: clerk, merchant, hairdresser, cleaner, grocer, porter, barber, cobbler, locksmith, weaver,
 printer,
 bookseller, optician, chemist, biologist, historian, philosopher, poet, novelist, sculptor,
 composer,
 singer, dancer, juggler, magician, acrobat, clown, editor, translator, interpreter, diplomat, spy,
 detective, sergeant, captain, colonel, general, admiral, inspector, warden, caretaker, gatekeeper,
 watchman, messenger, courier, conductor, guide, innkeeper, brewer, winemaker, beekeeper, dairyman,
 forester, ranger, trapper, woodcutter, sawyer, joiner, roofer, mason, bricklayer, plasterer,
 glazier,
 electrician, welder, turner, goldsmith, silversmith, watchmaker, engraver, bookbinder, saddler,
 furrier,
 hatter, milliner, dyer, spinner, seamstress, dressmaker, laundress, housekeeper, butler, footman,
 coachman, groomsman, jockey, referee, umpire, trainer, athlete, boxer, wrestler, swimmer, skier,
 skater,
 cyclist, surgeon, vet, midwife, therapist, psychologist, chemist assistant, astronomer,
 geologist, botanist,
 zoologist, physicist, mathematician, economist, statistician, accountant, auditor, broker, cashier,
 treasurer, notary, solicitor, prosecutor, magistrate, bishop, preacher, missionary, rabbi, pilgrim,
 hermit, explorer, navigator, helmsman, harpooner, smuggler, pirate, beggar, pedlar, pickpocket,
 burglar,
 gambler, landowner, tenant, shopkeeper, ironmonger, fishmonger, greengrocer, confectioner, waffle
 seller,
 chimney sweep, dustman, ferryman, lockkeeper, lighthouse keeper, signalman, stationmaster, typist,
 programmer, technician, draughtsman, surveyor, cartographer, curator, archivist, tutor,
 governess, lecturer,
 headmaster, nanny, apprentice, foreman, contractor, publisher, illustrator, cartoonist, puppeteer
rarity: lantern, compass, telescope, globe, sundial, hourglass, barometer, tapestry, carpet,
 chandelier,
 candlestick, teapot, vase, jug, goblet, bowl, tankard, decanter, thimble, brooch, bracelet,
 necklace,
 earring, medal, locket, pendant, buckle, dagger, sabre, shield, helmet, crossbow, cannon, musket,
 pistol,
 banner, drum, bugle, music box, gramophone, typewriter, spinning wheel, loom, churn, anvil,
 bellows,
 plough, yoke, horseshoe, stirrup, saddle, bridle, whip, sledge, snowshoe, ski, skate, oar,
 paddle, rudder,
 figurehead, sextant, barrel, crate, trunk, hamper, urn, statue, bust, mask, puppet, rocking horse,
 dollhouse, marble, spinning top, jigsaw, playing card, chessboard, stamp album, postcard,
 manuscript,
 parchment, scroll, quill, inkwell, blotter, seal ring, coin collection, banknote, fossil,
 skeleton, skull,
 tusk, antler, seashell, coral, starfish, crystal, meteorite, nugget, boomerang, totem, amulet,
 talisman,
 crucifix, icon, altar, pulpit, gargoyle, weathercock, doorknob, padlock, hinge, bolt, lever,
 pulley, cog,
 piston, valve, boiler, turbine, dynamo, magnet, prism, beaker, flask, pipette, thermometer,
 stopwatch,
 metronome, tuning fork, baton, easel, palette, sketchbook, fresco, mosaic, etching, woodcut,
 engraving
deed: sigh, nod, yawn, sneeze, cough, blush, shiver, tremble, wink, frown, giggle, grin, shrug,
 mumble,
 stammer, snore, weep, sob, groan, moan, gasp, hum, whistle, stumble, slip, limp, stagger, wander,
 hurry, rush, linger, pause, hesitate, wait, listen, stare, glance, gaze, peer, blink, squint,
 nap, doze,
 dream, wonder, worry, hope, complain, grumble, protest, argue, quarrel, agree, refuse, obey,
 apologise,
 boast, exaggerate, lie, cheat, tease, joke, pretend, improvise, celebrate, cheer, applaud, pray,
 rest,
 relax, exercise, stretch, kneel, bow, wave, point, beckon, knock, scream, yell, roar, mutter,
 murmur,
 stutter, chatter, gossip, whine, panic, faint, recover, suffer, survive, struggle, succeed, fail,
 improve,
 change, vanish, reappear, escape, retreat, surrender, advance, march, stroll, trot, sprint,
 tiptoe, sneak
beast: leopard, panther, cheetah, jaguar, lynx, puma, hyena, jackal, coyote, antelope, gazelle,
 buffalo,
 bison, moose, elk, reindeer, ibex, chamois, llama, alpaca, yak, gorilla, chimpanzee, baboon,
 lemur, sloth,
 armadillo, anteater, porcupine, weasel, stoat, ermine, polecat, mink, marten, raccoon, skunk,
 chipmunk,
 marmot, dormouse, lemming, shrew, vole, opossum, koala, wombat, platypus, walrus, porpoise,
 narwhal, octopus,
 jellyfish, lobster, crab, shrimp, oyster, mussel, turtle, alligator, iguana, chameleon, gecko,
 cobra, viper,
 python, adder, toad, newt, salamander, scorpion, tarantula, centipede, locust, flea, hornet,
 cicada,
 rhinoceros, hippopotamus, tapir, mammoth, dinosaur, unicorn, dragon, griffin, flamingo, ibis,
 albatross,
 cormorant, vulture, condor, buzzard, kite, osprey, quail, partridge, pheasant, grouse, plover,
 curlew,
 lapwing, thrush, finch, wren, warbler, canary, toucan, hummingbird, emu, kiwi
sweet: chocolate, honey, marzipan, nougat, toffee, caramel, liquorice, gingerbread, shortbread,
 sorbet,
 ice cream, custard, jelly, marmalade, syrup, meringue, trifle, sponge cake, cheesecake, apple
 crumble,
 rice pudding, candyfloss, fudge, peppermint, popcorn, halva, baklava, strudel, brittle, truffle
science: astronomy, biology, chemistry, physics, geology, botany, zoology, anatomy, ecology,
 economics,
 sociology, psychology, philosophy, theology, archaeology, linguistics, statistics, logic,
 mechanics, optics,
 acoustics, genetics, medicine, law, architecture, engineering, agriculture, forestry, navigation,
 rhetoric,
 ethics, aesthetics, anthropology, meteorology, oceanography, pharmacology, topology, cartography,
 music theory
treat: examine, polish, inspect, sketch, describe, copy, photograph, repair, restore, clean, dust,
 wrap, unwrap,
 label, weigh, measure, value, admire, praise, criticise, ignore, touch, handle, move, lift, drop,
 damage,
 scratch, crack, dent, bend, twist, stretch, squeeze, crush, smash, burn, melt, bury, hide,
 conceal, reveal,
 discover, recognise, identify, collect, gather, store, lock, unlock, borrow, return, exchange,
 trade, auction,
 donate, inherit, smuggle, steal, forge, imitate, decorate, paint, varnish, gild, engrave, carve,
 assemble,
 dismantle, adjust, improve, modify, replace, remove, attach, fasten, loosen, tighten, balance,
 tilt, rotate
`;
