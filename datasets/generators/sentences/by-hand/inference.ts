/** Inference pairs written by hand: E entailment, N neutral, C contradiction. */
export const HAND_WRITTEN_INFERENCE = `
E | The cat fell asleep in front of the fire. | An animal was sleeping.
N | The cat fell asleep in front of the fire. | The cat had eaten a large supper.
C | The cat fell asleep in front of the fire. | The cat was chasing a mouse.
E | Only two of the ten eggs were broken. | Eight of the eggs were whole.
N | Only two of the ten eggs were broken. | The boy had dropped the basket.
C | Only two of the ten eggs were broken. | None of the eggs was broken.
E | Maria sold her old piano to a young teacher. | A young teacher bought a piano.
N | Maria sold her old piano to a young teacher. | The teacher wants to learn to play.
C | Maria sold her old piano to a young teacher. | Maria bought a piano from a teacher.
E | The museum is closed every Monday. | You cannot visit the museum on Monday.
N | The museum is closed every Monday. | The museum is crowded on Sunday.
C | The museum is closed every Monday. | On Monday the museum is open.
E | My brother is taller than my father. | My father is shorter than my brother.
N | My brother is taller than my father. | My brother is the tallest in his class.
C | My brother is taller than my father. | My father is taller than my brother.
E | Nobody in the village had ever seen the sea. | The old people in the village had not seen the
 sea.
N | Nobody in the village had ever seen the sea. | The children wanted to travel to the sea.
C | Nobody in the village had ever seen the sea. | One woman in the village came from the coast and
 had grown up by the sea.
E | The doctor told the patient to stay in bed. | The patient was told to stay in bed.
N | The doctor told the patient to stay in bed. | The patient had a high fever.
C | The doctor told the patient to stay in bed. | The patient told the doctor to stay in bed.
E | It had rained all night, and the street was covered with water. | The street was wet.
N | It had rained all night, and the street was covered with water. | Nobody could drive to work.
C | It had rained all night, and the street was covered with water. | The street was dry in the
 morning.
E | Three children and their grandmother were waiting for the bus. | Four people were waiting.
N | Three children and their grandmother were waiting for the bus. | They wanted to go to the zoo.
C | Three children and their grandmother were waiting for the bus. | The children were alone at the
 stop.
E | The baker failed to sell all his bread. | Some bread was left.
N | The baker failed to sell all his bread. | The baker gave the rest to the poor.
C | The baker failed to sell all his bread. | By evening there was no bread left in the shop.
E | A woman in a red coat is feeding pigeons in the square. | A woman is giving food to birds.
N | A woman in a red coat is feeding pigeons in the square. | A woman feeds the pigeons every day.
C | A woman in a red coat is feeding pigeons in the square. | A woman in a blue coat is feeding the
 pigeons.
E | The film begins at eight, and it is already nine. | The film has begun.
N | The film begins at eight, and it is already nine. | The film is nearly over.
C | The film begins at eight, and it is already nine. | The film will begin in an hour.
E | The thief was caught before he could leave the town. | The thief did not get away.
N | The thief was caught before he could leave the town. | The thief had stolen a ring.
C | The thief was caught before he could leave the town. | The thief escaped to another town.
E | He drank his coffee without sugar. | There was no sugar in his coffee.
N | He drank his coffee without sugar. | He did not like sweet things.
C | He drank his coffee without sugar. | He put two spoons of sugar into his coffee.
E | The elder sister plays the violin, the younger the flute. | One of the sisters plays the flute.
N | The elder sister plays the violin, the younger the flute. | The elder sister plays better.
C | The elder sister plays the violin, the younger the flute. | The younger sister plays the violin.
E | The dog bit the postman in the leg. | The postman was bitten.
N | The dog bit the postman in the leg. | The dog had never bitten anyone before.
C | The dog bit the postman in the leg. | The postman bit the dog.
E | When the king died, his daughter became queen. | The king had a daughter.
N | When the king died, his daughter became queen. | The king had no sons.
C | When the king died, his daughter became queen. | The king outlived his daughter.
E | The farmer has more sheep than cows. | The farmer has fewer cows than sheep.
N | The farmer has more sheep than cows. | The farmer has a hundred sheep.
C | The farmer has more sheep than cows. | The farmer keeps no sheep.
E | Hardly anyone came to the concert. | The concert had few guests.
N | Hardly anyone came to the concert. | The tickets were too expensive.
C | Hardly anyone came to the concert. | The hall was full.
E | She forgot to close the window. | The window stayed open.
N | She forgot to close the window. | A bird flew in through the window.
C | She forgot to close the window. | She closed the window.
E | The soup was so hot that he burned his tongue. | He tasted the soup.
N | The soup was so hot that he burned his tongue. | He finished the soup all the same.
C | The soup was so hot that he burned his tongue. | The soup was cold.
E | A boy is teaching his grandfather how to use a computer. | A grandfather is learning something
 from a boy.
N | A boy is teaching his grandfather how to use a computer. | The boy is in his grandfather's
 house.
C | A boy is teaching his grandfather how to use a computer. | A grandfather is teaching a boy to
 use a computer.
E | The ship reached the harbour in spite of the storm. | The ship arrived safely in port.
N | The ship reached the harbour in spite of the storm. | Two sailors were hurt.
C | The ship reached the harbour in spite of the storm. | The ship sank in the storm.
E | All the pupils but Anna passed the exam. | Anna failed the exam.
N | All the pupils but Anna passed the exam. | Anna had been ill for weeks.
C | All the pupils but Anna passed the exam. | Anna was the only one who passed.
E | The bridge is too weak for lorries. | A lorry should not drive over the bridge.
N | The bridge is too weak for lorries. | A new bridge will be built.
C | The bridge is too weak for lorries. | The bridge can carry a lorry.
E | The nurse wakes him at six each morning. | He is woken early.
N | The nurse wakes him at six each morning. | He would like to sleep longer.
C | The nurse wakes him at six each morning. | Nobody wakes him, so he sleeps until noon.
E | The lawyer asked the witness where she had been on Friday. | The witness was asked a question.
N | The lawyer asked the witness where she had been on Friday. | The witness had been at home on
 Friday.
C | The lawyer asked the witness where she had been on Friday. | The lawyer did not speak to the
 witness.
E | The apples are in the basket, and the basket is in the kitchen. | There are apples in the
 kitchen.
N | The apples are in the basket, and the basket is in the kitchen. | The apples are ripe.
C | The apples are in the basket, and the basket is in the kitchen. | The basket in the kitchen is
 empty.
E | He would have caught the train if he had not stopped to talk. | He missed the train.
N | He would have caught the train if he had not stopped to talk. | He had talked with an old
 friend.
C | He would have caught the train if he had not stopped to talk. | He caught the train.
E | Peter, the son of a carpenter, became a famous painter. | The father of a famous painter was a
 carpenter.
N | Peter, the son of a carpenter, became a famous painter. | Peter learned to draw from his father.
C | Peter, the son of a carpenter, became a famous painter. | Peter became a carpenter like his
 father.
E | The snow on the roof has melted. | There is no more snow on the roof.
N | The snow on the roof has melted. | Spring has come.
C | The snow on the roof has melted. | The roof is still white with snow.
E | The first prize went to a girl from a small village. | A girl won.
N | The first prize went to a girl from a small village. | Her parents were in the audience.
C | The first prize went to a girl from a small village. | A boy from the city got the first prize.
E | We left before the speech ended. | We did not hear the whole speech.
N | We left before the speech ended. | The speech was boring.
C | We left before the speech ended. | We stayed until the end of the speech.
E | The green bottle holds vinegar, not wine. | There is vinegar in the bottle.
N | The green bottle holds vinegar, not wine. | The wine is in the cellar.
C | The green bottle holds vinegar, not wine. | There is wine in the green bottle.
E | Every house in this street has a garden. | The last house in this street has a garden.
N | Every house in this street has a garden. | The gardens are full of roses.
C | Every house in this street has a garden. | One house in this street has no garden.
E | The goalkeeper stopped the penalty in the last minute. | The ball did not go into the goal.
N | The goalkeeper stopped the penalty in the last minute. | The goalkeeper's team won the match.
C | The goalkeeper stopped the penalty in the last minute. | The penalty was scored.
E | My aunt lives above a bakery. | There is a bakery below my aunt's flat.
N | My aunt lives above a bakery. | My aunt buys her bread downstairs.
C | My aunt lives above a bakery. | The bakery is on the floor above my aunt's.
E | The old man can neither read nor write. | The old man cannot read.
N | The old man can neither read nor write. | The old man never went to school.
C | The old man can neither read nor write. | The old man writes letters to his son.
E | The carpenter lent his hammer to the neighbour and has not got it back. | The neighbour has the
 hammer of the carpenter.
N | The carpenter lent his hammer to the neighbour and has not got it back. | The carpenter is
 angry with the neighbour.
C | The carpenter lent his hammer to the neighbour and has not got it back. | The neighbour lent
 the carpenter a hammer.
E | Ten of us wanted to swim, but the lake was frozen. | We could not swim in the lake.
N | Ten of us wanted to swim, but the lake was frozen. | We went skating instead.
C | Ten of us wanted to swim, but the lake was frozen. | We swam in the lake.
E | The spring of the clock broke, so it stopped. | The clock no longer works.
N | The spring of the clock broke, so it stopped. | The clock was made in spring.
C | The spring of the clock broke, so it stopped. | The clock is still going.
E | The bat hung upside down from a beam in the barn. | There was an animal in the barn.
N | The bat hung upside down from a beam in the barn. | The farmer was afraid of bats.
C | The bat hung upside down from a beam in the barn. | The barn was empty, without a living thing
 in it.
`;
