/**
 * The word-similarity data set: pairs of words and how alike their meanings are.
 *
 * The rubric, after the idea of SimLex-999 (Hill, Reichart & Korhonen 2015) that words which merely
 * occur together are not alike:
 *
 *   9–10  the same thing, or nearly (ship, boat)
 *   7–8   close kinds of one thing (cat, kitten; lake, pond)
 *   5–6   kinds of one thing (dog, horse; piano, violin)
 *   3–4   opposites, or parts of one scene (warm, cold; doctor, hospital)
 *   1–2   the same wide field (bread, kitchen; rain, winter)
 *   0     nothing in common (queen, carrot)
 *
 * One person judged them, so no agreement between judges can be given. Lesson:
 * notebooks/02-word2vec.ipynb
 */
export interface WordPairRow {
  word1: string;
  word2: string;
  score: number;
}

const JUDGEMENTS = `
ship boat 9.2, taxi car 7.5, picture photograph 8, house home 8.6, coin money 6.5, path road 7.8,
shout cry 6, fast quick 9.4, clever wise 7.6, big huge 8.2, tiny small 8.4, glad happy 9.3,
angry furious 9, shy timid 8.6, sad gloomy 8, strange peculiar 9.1, honest sincere 8.7,
stone rock 9, wood forest 8.8, hill mountain 7.6, lake pond 8, river stream 8.5, sea ocean 9.2,
beach coast 7.4, castle palace 7.8, church cathedral 8.3, shop market 6.6, street road 8.7,
lane street 7.6, house cottage 7.9, surgeon doctor 7.6, cook baker 5.8,
sailor captain 6.5, king emperor 7.4, queen empress 7.5, king queen 6.2,
prince princess 6.3, father mother 6, brother sister 6.2, uncle aunt 6.1, husband wife 5.8,
boy girl 6.3, man woman 6.3, son daughter 6.3, waiter waitress 7, actor actress 7.2,
dog puppy 8, cat kitten 8, horse pony 7.9, hen rooster 7, goose duck 6.8, duck swan 6.5,
crow raven 8.4, eagle hawk 7.5, hawk falcon 8.2, owl eagle 5.8, sparrow robin 6.7, gull pelican 5.8,
dog wolf 6.6, dog cat 5.9, cow bull 7, cow sheep 5.8, sheep goat 6.7, horse donkey 7.2,
lion tiger 6.8, rabbit hare 8.5, mouse rat 7.9, seal whale 5.6, whale dolphin 6.8, frog lizard 5,
bee wasp 7.5, fly mosquito 6.7, butterfly moth 8, ant beetle 5.8, salmon trout 7, herring cod 6.2,
oak birch 6.5, pine fir 7.9, willow oak 6.3, rose tulip 6.3, daisy lily 6, potato carrot 5.6,
onion garlic 6.6, apple pear 6.7, apple orange 6, lemon orange 6.4, cherry plum 6.4,
tea coffee 6.4, beer wine 6.2, milk water 4.5, soup stew 7.7, pie cake 6.5, bread loaf 7.8,
piano violin 5.6, violin cello 7.4, flute trumpet 5.7, drum guitar 5, melody song 7.8,
song hymn 7.2, football tennis 5.7, bus tram 6.8, car lorry 6.6, train tram 6.9,
bicycle tricycle 7.5,
hammer saw 5.4, spade rake 6, needle thread 4, coat jacket 8, shirt blouse 7.8, boot shoe 7.9,
hat cap 8, table desk 7.4, chair bench 7.4, bed sofa 6, lamp candle 6.2, cup plate 5.4,
spoon knife 5.5, gold silver 6.6, iron copper 6, cotton wool 6.3, silk velvet 6.2,
fever cough 5.4, heart liver 5.2, arm leg 5.6, Mars Venus 6.8, rocket satellite 5.5,
Paris London 6, France Germany 6.2, Norway Sweden 6.9, Monday Tuesday 6.8, spring autumn 6,
winter summer 5, rain snow 6, morning evening 5.5, warm hot 7.4, cold cool 7.6,
warm cold 3.6, big small 3.6, old new 3.4, fast slow 3.6, good bad 3.4, rich poor 3.6,
high low 3.5, hard soft 3.4, wet dry 3.5, loud quiet 3.5, happy sad 3.6, dark bright 3.5,
doctor hospital 3.5, teacher school 3.6, judge law 3.3, king crown 3.4, bird nest 3.4,
bee honey 3.3, horse stable 3.3, cow milk 3, farmer plough 3.4, baker bread 3.5, tree bark 3.8,
tree leaf 3.8, ship harbour 3.5, bank loan 3.5, match goal 3, candle match 3.3, bat ball 3.4,
France Paris 4, Japan Tokyo 4, book library 3.6, painter brush 3.5, guitar concert 2.8,
kitchen bread 1.8, winter rain 2, garden bee 1.8, school pencil 2.6, sea island 2.5,
war soldier 3, wedding cake 2.2, camp tent 3.2, moon rocket 2.6, tooth dentist 3.4,
doctor judge 2.4, baker tailor 3, painter farmer 2.2, river bridge 2.4, hotel train 1.2,
queen carrot 0, piano frog 0.1, bank butterfly 0, loan giraffe 0, soup planet 0.1,
hammer princess 0, football cathedral 0.3, fever bicycle 0, goose contract 0, violin potato 0.1,
engine rabbit 0.2, law tulip 0, camera onion 0.1, cave interest 0, judge salmon 0,
pillow rocket 0.1,
mosquito palace 0.1, trumpet debt 0, moss computer 0, medicine anchor 0, rose Tuesday 0.1,
copper lullaby 0, nurse volcano 0.1, ladder cheese 0.1`;

export function wordPairRows(): WordPairRow[] {
  return JUDGEMENTS.split(",").map((judgement) => {
    const [word1, word2, score] = judgement.trim().split(/\s+/);
    return { word1: word1!, word2: word2!, score: Number(score) };
  });
}
