/** Triplets written by hand; the negative mostly shares more words with the anchor. */
export const HAND_WRITTEN_TRIPLETS = `
The cat chased the mouse. | The mouse ran away from the cat. | The mouse chased the cat.
The shop opens at nine. | Nobody is served there before nine. | The shop closes at nine.
He can no longer see well. | His eyes have become weak. | He can no longer hear well.
My sister won the race. | Nobody ran faster than my sister. | My sister lost the race.
The bank lent him the money. | He got a loan. | He sat on the bank with his money.
She struck a match in the dark. | She lit a small flame to see. | She saw the match in the dark.
The king died young. | The ruler did not grow old. | The king died very old.
The soup needs salt. | The broth has too little taste. | The soup has too much salt.
The plane landed in the fog. | It came down although one could see nothing. | The plane took off in
 the fog.
He sold his horse to the farmer. | The farmer bought an animal from him. | The farmer sold him a
 horse.
The river froze in December. | There was ice on the water before Christmas. | The river flooded in
 December.
All the guests had left. | The party was over. | All the guests had come.
Anna taught Peter to swim. | Peter learned to swim from Anna. | Peter taught Anna to swim.
The window was broken by a ball. | A ball smashed the glass. | The ball was lying under the window.
The baby is asleep at last. | The child has stopped crying and closed its eyes. | The baby is awake
 at last.
The crane lifted the beam. | A machine raised a piece of steel. | The crane stood in the reeds on
 one leg.
The old bridge is not safe. | It is dangerous to cross there. | The old bridge is quite safe.
We ran out of bread. | There is no more bread in the house. | We ran out of the bakery.
He forgot his mother's birthday. | He did not remember the day she was born. | He remembered his
 mother's birthday.
The seal slid off the rock. | A sea animal went into the water. | The seal on the letter was broken.
The nurse woke the patient. | The sick man was roused from his sleep. | The patient woke the nurse.
It is cheaper by bus than by train. | The train costs more than the bus. | It is cheaper by train
 than by bus.
She has two brothers and no sister. | She is the only girl in the family. | She has two sisters and
 no brother.
The painter used only blue. | There is one colour in the picture. | The painter used every colour
 but blue.
The witness told a lie. | What was said in court was not true. | The witness told the truth.
The dog barks at strangers. | People it does not know make it noisy. | The bark of the tree looks
 strange.
The goalkeeper stopped the ball. | There was no goal. | The ball went past the goalkeeper.
The farmer gets up before the sun. | He rises while it is still dark. | The farmer goes to bed
 after the sun.
I prefer tea to coffee. | Given the choice, I drink tea. | I prefer coffee to tea.
The ship left the harbour at dawn. | Early in the morning it sailed out to sea. | The ship entered
 the harbour at dawn.
The spring is the best time for planting. | Put the seeds in the ground in April. | The spring in
 the old clock is the best.
The museum was full of people. | A crowd had come to see the pictures. | The museum was empty of
 people.
He hid the key under the mat. | The key is where nobody will look, below the mat. | He found the
 key under the mat.
The bat sleeps by day. | This small animal flies only at night. | The batter lost his bat that day.
The doctor was late again. | Once more the patients had to wait for her. | The doctor was early
 again.
No one likes the new teacher. | The pupils all complain about her. | Everyone likes the new teacher.
My coat is too small for me. | I need one in a larger size. | My coat is too large for me.
The thief came in through the roof. | He entered the house from above. | The thief left through the
 cellar.
The bell rings every hour. | You can hear it twenty-four times a day. | The ring was made in an
 hour.
He paid for all of us. | None of us had to spend any money. | All of us paid for him.
The apples are not ripe yet. | It is too early to pick the fruit. | The apples are ripe already.
The road goes up to the castle. | You have to climb to reach the fortress. | The road goes down
 from the castle.
The snow fell without a sound. | White flakes came down quietly. | The snow fell from the roof with
 a loud sound.
The queen wrote the letter herself. | Nobody helped the ruler to write it. | The queen had the
 letter written by someone else.
The carpenter is younger than his wife. | His wife is the older of the two. | The carpenter is
 older than his wife.
The match ended in a tie. | Neither team won. | He wore a tie to the match.
We arrived an hour too early. | We had to wait sixty minutes. | We arrived an hour too late.
The lake is deepest in the middle. | Near the shore it is shallow. | The lake is deepest near the
 shore.
The children were forbidden to leave the garden. | They had to stay inside the fence. | The
 children were allowed to leave the garden.
The lawyer answered every question. | He left nothing open. | The lawyer asked every question.
There were more chairs than guests. | Some seats stayed empty. | There were more guests than chairs.
Her first book sold badly. | Few people bought what she had written. | Her first book sold well.
The fire went out in the night. | By morning there were only cold ashes. | He went out in the night
 to see the fire.
The engine makes a strange noise. | Something is wrong with the motor. | The engine makes no noise.
The judge let him go. | He was free to leave the court. | The judge sent him to prison.
Ducks can swim from their first day. | The young need not learn to move in water. | You must duck
 on your first day at sea.
He is poor but happy. | He smiles although he has no money. | He is rich but unhappy.
The rope was too short by a metre. | We needed a longer one. | The rope was too long by a metre.
The last train had gone. | We could not get home by rail that night. | The last train had come.
The orchestra tuned before the concert. | The players made their instruments agree before they
 began. | After the concert the orchestra played a tune.
`;
