/** Question pairs written by hand: "=" ask the same, "x" do not, however alike they look. */
export const HAND_WRITTEN_QUESTIONS = `
= | How old is the moon? | What is the age of the moon?
x | How old is the moon? | How far away is the moon?
= | How can I fall asleep faster? | What helps against lying awake at night?
x | How can I fall asleep faster? | Why do I fall asleep so fast?
= | Why is the sea salty? | Where does the salt in the ocean come from?
x | Why is the sea salty? | How salty is the sea?
= | What should I do if a dog bites me? | How do I treat the bite of a dog?
x | What should I do if a dog bites me? | What should I do if my dog bites someone?
= | Is it cheaper to travel by bus or by train? | Which costs less, the train or the bus?
x | Is it cheaper to travel by bus or by train? | Is it faster to travel by bus or by train?
= | How do I get a red wine stain out of a shirt? | How can red wine be washed out of clothes?
x | How do I get a red wine stain out of a shirt? | How do I get a coffee stain out of a shirt?
= | Who invented the telephone? | Whose invention was the telephone?
x | Who invented the telephone? | When was the telephone invented?
= | Can I eat eggs every day? | Is it bad for me to have an egg daily?
x | Can I eat eggs every day? | Can my dog eat eggs every day?
= | How do birds find their way in winter? | By what do birds know where to fly when it gets cold?
x | How do birds find their way in winter? | What do birds eat in winter?
= | What is the tallest mountain in the world? | Which mountain is higher than all others?
x | What is the tallest mountain in the world? | What is the longest river in the world?
= | Why do my tomatoes turn black? | What makes black spots on tomatoes?
x | Why do my tomatoes turn black? | Why do my tomatoes not turn red?
= | How do I learn a language by myself? | What is a good way to study a foreign language alone?
x | How do I learn a language by myself? | How long does it take to learn a language?
= | How do I open a bank account? | What do I need to become a customer of a bank?
x | How do I open a bank account? | How do I close a bank account?
= | Is glass a liquid? | Does glass flow like a liquid?
x | Is glass a liquid? | What is glass made of?
= | How many hours does a baby sleep? | How much sleep does a newborn child need?
x | How many hours does a baby sleep? | How do I get a baby to sleep?
= | Why does bread go hard? | What makes bread stale?
x | Why does bread go hard? | How do I bake a hard crust on bread?
= | Can cats see in the dark? | Do cats need light to see?
x | Can cats see in the dark? | Can one see a black cat in the dark?
= | How do I remove snow from the roof? | What is the best way to clear a roof of snow?
x | How do I remove snow from the roof? | How much snow can a roof carry?
= | What is the difference between a frog and a toad? | How do I tell a toad from a frog?
x | What is the difference between a frog and a toad? | Do frogs and toads live in the same pond?
= | When should I plant potatoes? | What month is right for putting potatoes in the ground?
x | When should I plant potatoes? | When should I dig up potatoes?
= | How do I write a good letter of thanks? | What should a letter say that thanks someone?
x | How do I write a good letter of thanks? | How do I write a good letter of complaint?
= | Why did the king leave his throne? | For what reason did the ruler give up his crown?
x | Why did the king leave his throne? | Why did the king take the throne?
= | How do I stop my shoes from squeaking? | What can be done about noisy shoes?
x | How do I stop my shoes from squeaking? | Why do new shoes squeak?
= | Do plants grow faster with music? | Does music help plants to grow?
x | Do plants grow faster with music? | Which plants grow fastest?
= | How long may milk stand outside the fridge? | When does milk spoil if it is not kept cold?
x | How long may milk stand outside the fridge? | How long may cheese stand outside the fridge?
= | How do I become a judge? | What must I study to sit in court as a judge?
x | How do I become a judge? | What does a judge do all day?
= | Why do we yawn? | What is the cause of yawning?
x | Why do we yawn? | How do I stop yawning?
= | Which city is older, Rome or Athens? | Was Athens founded before Rome?
x | Which city is older, Rome or Athens? | Which city is larger, Rome or Athens?
= | How do I repair a bicycle tyre? | My bike has a flat tyre, how do I mend it?
x | How do I repair a bicycle tyre? | How much does a bicycle tyre cost?
= | How does a son tell his father bad news? | What is the best way for a son to give his father
 bad news?
x | How does a son tell his father bad news? | How does a father tell his son bad news?
= | What is the bark of a tree for? | Why do trees have bark?
x | What is the bark of a tree for? | What is the bark of a dog for?
= | Is it safe to swim after lunch? | Should I wait before swimming when I have just eaten?
x | Is it safe to swim after lunch? | Is it safe to swim in the harbour?
= | Where can I sell old coins? | Who buys old coins?
x | Where can I sell old coins? | Where can I buy old coins?
= | How do I keep foxes away from my hens? | How can hens be protected from a fox?
x | How do I keep foxes away from my hens? | How do I keep hens away from my garden?
= | Can I pay with a cheque? | Do you accept cheques?
x | Can I pay with a cheque? | Can I get a cheque?
= | Why is the night sky dark? | What is the reason that it is dark at night?
x | Why is the night sky dark? | Why is the day sky blue?
= | How do I cut an onion without crying? | What keeps my eyes dry when I chop onions?
x | How do I cut an onion without crying? | Why does cutting an onion make me cry?
= | How fast can a horse run? | What is the top speed of a horse?
x | How fast can a horse run? | How fast can a horse learn?
= | Do fish sleep? | Is there a time of day when fish rest as we do?
x | Do fish sleep? | Do fish dream?
= | Why does my clock lose five minutes a day? | What makes a clock run slow?
x | Why does my clock lose five minutes a day? | Why does my clock gain five minutes a day?
`;
