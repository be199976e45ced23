/** tool: what they use; place: where; job: what they do, in the base form. */
export const PROFESSIONS = `
teacher: tool chalk, book, blackboard; place school, classroom; job explain the lesson, mark the
 homework, ask a question
doctor: tool stethoscope, needle, thermometer; place hospital, clinic; job examine the patient,
 write a
 prescription, treat the fever
farmer: tool plough, tractor, pitchfork; place farm, field; job milk the cows, sow the wheat,
 harvest
 the corn
baker: tool oven, rolling pin, sieve; place bakery, shop; job knead the dough, bake the bread,
 sell the
 rolls
nurse: tool bandage, syringe, thermometer; place hospital, ward; job change the bandage, measure the
 pulse, comfort the patient
carpenter: tool hammer, saw, plane; place workshop, building site; job saw the planks, build a
 table,
 hang the door
writer: tool pen, typewriter, notebook; place desk, library; job write a novel, correct the pages,
 invent a story
driver: tool steering wheel, map, brake; place bus, road; job drive the bus, stop at the lights,
 check
 the tyres
painter: tool brush, canvas, palette; place studio, gallery; job mix the colours, paint a portrait,
 sketch the hills
lawyer: tool contract, file, law book; place court, office; job defend the client, read the
 contract,
 question the witness
sailor: tool rope, anchor, compass; place ship, harbour; job hoist the sail, scrub the deck, tie the
 rope
soldier: tool rifle, helmet, sword; place barracks, camp; job guard the gate, march all day, polish
 the boots
cook: tool pan, knife, ladle; place kitchen, restaurant; job chop the onions, taste the soup, roast
 the meat
gardener: tool spade, rake, shears; place garden, greenhouse; job plant the roses, trim the hedge,
 water the beds
miner: tool pick, lamp, drill; place mine, tunnel; job dig for coal, drill the rock, light the lamp
tailor: tool needle, thread, scissors; place shop, workshop; job sew a coat, cut the cloth,
 measure the
 sleeves
pilot: tool headset, radar, control stick; place cockpit, airport; job land the plane, read the
 radar, fly
 through the clouds
judge: tool robe, gavel, law book; place court, bench; job hear the witnesses, pass the sentence,
 read the verdict
engineer: tool calculator, plan, ruler; place factory, laboratory; job design a bridge, test the
 motor,
 check the plans
butcher: tool cleaver, hook, knife; place shop, market; job cut the meat, weigh the ham, grind the
 beef
fisherman: tool net, rod, bait; place boat, harbour; job cast the net, mend the nets, sell the catch
librarian: tool catalogue, stamp, index card; place library, archive; job sort the books, stamp the
 cards, find a title
plumber: tool wrench, pipe, pump; place bathroom, cellar; job repair the tap, replace the pipe,
 clear the
 drain
blacksmith: tool anvil, hammer, tongs; place forge, smithy; job shoe the horse, heat the iron,
 bend the
 bar
dentist: tool drill, mirror, pliers; place surgery, clinic; job pull the tooth, fill the hole,
 clean the
 teeth
shepherd: tool crook, flute, whistle; place pasture, hill; job guard the sheep, count the lambs,
 call the
 dog
scientist: tool microscope, computer, scale; place laboratory, university; job measure the
 samples, test the
 theory, publish a paper
postman: tool bicycle, bag, bell; place street, post office; job deliver the letters, ring the bell,
 sort the mail
clockmaker: tool tweezers, file, lens; place workshop, shop; job wind the clocks, oil the wheels,
 replace the spring
photographer: tool camera, lens, tripod; place studio, street; job take a picture, adjust the
 lens, develop
 the film
fireman: tool hose, ladder, axe; place fire station, burning house; job climb the ladder, put out
 the
 fire, rescue the cat
banker: tool ledger, safe, calculator; place bank, office; job count the notes, grant a loan, open
 an account
potter: tool wheel, kiln, clay; place workshop, fair; job shape the clay, glaze the bowls, fire the
 kiln
mechanic: tool wrench, jack, oil can; place garage, workshop; job repair the engine, change the
 tyre,
 test the brakes
architect: tool ruler, pencil, model; place office, building site; job draw the plans, design a
 museum,
 measure the site
priest: tool candle, bible, bell; place church, chapel; job bless the couple, read the prayer,
 light the
 candles
reporter: tool notebook, microphone, camera; place newsroom, street; job interview the mayor,
 check the
 facts, write an article
`;
