/** Sentence pairs scored by hand, 0 to 5: see sts.ts for the scale. Halves lie between two steps.
 */
export const HAND_WRITTEN_SCORES = `
5 | The little boy is crying. | A small boy is in tears.
5 | She closed the window because it was cold. | It was cold, so she shut the window.
5 | My brother sold his bicycle to a neighbour. | A neighbour bought my brother's bicycle.
5 | Nobody came to the party. | The party had no guests at all.
5 | The doctor arrived before the nurse. | The nurse came later than the doctor.
5 | The film was so long that half the audience left. | Half of the people went home because the
 film took so long.
5 | He forgot to lock the door. | The door stayed unlocked because he did not think of it.
5 | The cat is under the table. | The table is above the cat.
5 | It rained the whole night. | The rain did not stop until morning.
5 | Anna is taller than Peter. | Peter is shorter than Anna.
5 | The soup is too hot to eat. | You cannot eat the soup yet, because it is too hot.
5 | The thief ran away when he heard the dog. | Hearing the dog, the robber fled.
5 | They got married in June. | Their wedding was in June.
5 | I have no money left. | All my money is gone.
5 | The teacher praised the girl. | The girl was praised by her teacher.
5 | We were late because the train was late. | The delay of the train made us late.
5 | The shop opens at nine. | You cannot get into the shop before nine.
5 | My grandfather cannot hear well. | My grandfather is hard of hearing.
5 | The road is closed because of the snow. | Snow has shut the road.
5 | Only one student passed the exam. | All the students but one failed the exam.
4.5 | A man is playing the guitar. | A man makes music on a guitar.
4.5 | The boat sank in the storm. | The ship went down in bad weather.
4.5 | The old woman feeds the birds. | The old lady gives the birds something to eat.
4 | A woman is cutting an onion in the kitchen. | A woman is cutting a vegetable.
4 | The children are playing football in the yard after school. | The children are playing football
 in the yard.
4 | My sister bought a red car. | My sister bought a car.
4 | He drank two cups of strong coffee. | He had some coffee.
4 | The king of the small country died last night. | Last night the king died.
4 | The dog barked at the postman. | A dog was barking loudly at the postman from behind a fence.
4 | She wrote a long letter to her aunt in Paris. | She wrote to her aunt.
4 | The baker sells bread and cakes. | You can buy bread at the baker's.
4 | Our neighbours have three young cats. | Our neighbours keep cats.
4 | The fisherman caught a big salmon. | The man caught a fish.
4 | A nurse put a bandage on his hand. | The nurse looked after his hurt hand.
4 | The orchestra played a slow waltz. | Musicians played a waltz.
4 | The farmer milks his cows before sunrise. | Very early each day the farmer milks the cows.
4 | They walked along the river for an hour. | They went for a walk by the water.
4 | The mayor opened the new bridge. | The bridge was opened on Sunday by the mayor and his wife.
4 | A girl in a blue dress is singing. | A girl is singing a song.
4 | The carpenter made a table out of oak. | The carpenter built a wooden table.
4 | The police found the stolen painting in a barn. | The missing picture was discovered by the
 police.
4 | Two men are carrying a piano up the stairs. | Two men are moving something heavy.
3.5 | The boy threw a stone into the pond. | A child was throwing stones at the lake.
3.5 | He reads the newspaper at breakfast. | In the morning he reads something.
3 | The train leaves at six. | The train leaves at nine.
3 | A cat is sleeping on the sofa. | A cat is sleeping on the roof.
3 | My uncle lives in a small village. | My uncle lives in a big city.
3 | She bought four apples at the market. | She bought four oranges at the market.
3 | The girl in the red coat lost her glove. | The girl in the red coat lost her umbrella.
3 | A man is riding a horse. | A woman is riding a horse.
3 | The museum is closed on Monday. | The museum is closed on Friday.
3 | The boy ate a slice of bread with butter. | The boy ate a slice of bread with honey.
3 | We spent the summer by the sea. | We spent the summer in the mountains.
3 | The nurse gave him a pill for the fever. | The nurse gave him a pill for the headache.
3 | Two dogs are running on the beach. | Six dogs are running along the beach.
3 | The pianist played for the queen. | The violinist played for the queen.
3 | He repaired the clock in an hour. | It took him three days to repair the clock.
3 | I visited my grandmother in hospital. | I visited my aunt in hospital.
3 | The judge read the verdict in the morning. | In the afternoon the judge read out the verdict.
3 | The farmer grows wheat. | The farmer grows potatoes.
3 | A bird built its nest in the chimney. | A bird has made a nest in the old oak.
3 | The painter used too much yellow. | The painter used too much blue.
3 | They travelled to Spain by ship. | They flew to Spain.
3 | My brother plays the drum in a band. | My brother plays the trumpet in a band.
2.5 | The children are afraid of the dark. | The children are afraid of the dog.
2.5 | The driver stopped at the red light. | The driver did not see the red light.
2 | The dog bit the man. | The man bit the dog.
2 | The lawyer asked the witness a question. | The witness asked the lawyer a question.
2 | The door is open. | The door is closed.
2 | He won the race. | He lost the race.
2 | She likes her new teacher. | She does not like her new teacher.
2 | The mother is washing the baby. | The mother is feeding the baby.
2 | The boy pushed the cart up the hill. | The boy fell out of the cart.
2 | The cook tasted the soup. | The cook spilled the soup.
2 | Peter is older than Anna. | Anna is older than Peter.
2 | The soldiers left the town. | The soldiers reached the town.
2 | The bank gave him the money. | He took his money to the bank.
2 | It is getting warmer. | It is getting colder.
2 | The cat chased the mouse into the kitchen. | The mouse chased the cat into the kitchen.
2 | The doctor visited the teacher. | The teacher went to see the doctor.
2 | Everybody laughed at his joke. | Nobody laughed at his joke.
2 | The old bridge was repaired. | The old bridge was torn down.
2 | I remembered to buy milk. | I forgot to buy milk.
2 | The glass is full. | The glass is empty.
2 | The queen waved to the crowd. | The crowd waved to the queen.
2 | Prices are rising again. | Prices have begun to fall.
1.5 | A woman is reading a book in the garden. | A woman is digging in the garden.
1.5 | The sailor is tying a rope. | The sailor is dreaming of home.
1 | A boy is kicking a ball. | A boy is doing his homework.
1 | The farmer is asleep. | The farmer sold his tractor last year.
1 | The violin is very old. | She plays the flute every evening.
1 | We had fish for supper. | The fish swim close to the bridge.
1 | The judge sent him to prison. | The judge has two daughters.
1 | The bakery is next to the church. | The bells of the church can be heard from far away.
1 | A doctor must have patience. | The hospital was built in May.
1 | It is snowing in the north. | The weather was lovely on our holiday.
1 | The goalkeeper caught the ball. | Tennis is played with a small ball.
1 | My car needs new tyres. | The bus was full of tourists.
1 | The garden is full of weeds. | Roses need a lot of sun.
1 | She added salt to the stew. | He ordered a glass of wine.
1 | The astronaut floated through the station. | The rocket is as high as a tower.
0.5 | The children are waiting for the bus. | The children's book won a prize.
0.5 | He put the letter on the desk. | The letter B comes after A.
0 | The bat flew out of the cave at dusk. | He hit the ball with his bat.
0 | She sat down on the bank of the river. | The bank raised its interest rate.
0 | The dog's bark woke the baby. | The bark of this tree is smooth.
0 | A crane lifted the steel beam. | The crane dances in the marsh in March.
0 | He will duck if you throw the ball. | Roast duck is too rich for me.
0 | In spring the meadow is full of flowers. | The spring of the clock is broken.
0 | The tie ended the match. | He lit the fire with a match.
0 | The king bought a new coat. | Water boils at a hundred degrees.
0 | My sister is learning to swim. | The price of copper fell in April.
0 | The cat is sleeping. | The minister signed the contract.
0 | A woman is peeling potatoes. | The planet has three moons.
0 | The piano is out of tune. | The ferry carries forty cars.
0 | Our teacher is ill today. | The castle stands on a steep rock.
0 | He polished his boots. | Bees make honey.
0 | The match was played in the rain. | Strike a match, please, it is dark.
0 | Where did you park the car? | The park is lovely in autumn.
0 | The letter was short. | Elephants live for a long time.
0 | They painted the ceiling white. | The patient has a high fever.
`;
