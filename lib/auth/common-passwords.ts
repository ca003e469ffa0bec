/**
 * What guessers try first, without the digits and signs that people hang on either end. Own selection: words, names,
 * keyboard walks and greetings that head every list of leaked passwords.
 */
const words = `
password passwort passw pass motdepasse contrasena senha parola haslo salasana wachtwoord losenord kennwort geheim secret
qwerty qwertz azerty qwertyuiop qwertzuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm qazwsx qazwsxedc wasd qweasd
qweasdzxc asdasd qweqwe zaqxsw poiuytrewq lkjhgfdsa mnbvcxz
admin administrator root superuser user guest test tester testing demo default system server login logon signin signup
welcome willkommen bienvenue hello hallo hola bonjour ciao letmein openup changeme change default newpass temp temporary
master manager boss owner operator access account private internet computer laptop windows linux ubuntu apple google
facebook twitter instagram youtube netflix amazon samsung android iphone nokia microsoft github wordpress blogger
iloveyou ilovyou loveyou lovely love lover loveme sweetheart darling honey baby babygirl babyboy princess prince angel
angels angelo queen king beautiful sunshine sunflower flower flowers butterfly rainbow summer winter spring autumn
monday friday sunday january february march april june july august september october november december
monkey dragon tiger lion eagle wolf bear panther shark falcon phoenix unicorn dolphin elephant horse kitty kitten cat
dog puppy rabbit turtle chicken bulldog spider snake mustang jaguar
football fussball soccer baseball basketball hockey tennis golfer golf cricket rugby chelsea liverpool arsenal
manchester barcelona realmadrid juventus bayern bvb yankees lakers cowboys steelers packers eagles rangers
superman batman spiderman ironman hulk captain starwars startrek matrix pokemon pikachu naruto minecraft fortnite
warcraft zelda mario sonic gandalf frodo hogwarts potter merlin ninja samurai pirate wizard warrior hunter killer
michael jennifer jessica ashley daniel andrew joshua matthew anthony charlie george thomas robert william jordan
justin nicole michelle amanda samantha hannah sophie maria anna andrea alexander alexandra martin stefan peter
patrick maxwell maggie ginger buster bailey cooper tigger snoopy garfield shadow lucky rocky
jesus christ heaven blessed faith hope grace angelina freedom peace destiny forever family friend friends
money dollar million bitcoin casino gambler poker diamond golden silver platinum
chocolate cookie cookies coffee banana cherry orange apples peanut pepper cheese pizza hamburger whiskey
mercedes porsche ferrari corvette harley yamaha honda toyota subaru volkswagen audi
trustno trustnoone whatever nothing something anything everything nevermind fuckyou fuckoff asshole bitch sexy pussy
hottie cutie loser winner champion legend hero genius
abc abcd abcde abcdef abcdefg abcdefgh abcdefghi xyz xxx aaa blah foo foobar foobaz bar baz lorem lorem ipsum
masthead newsletter newspaper blog blogger editor writer author journalist reader
america england london paris berlin vienna madrid moscow brazil canada mexico india china japan australia europe
merlot zxc hunter trustme letmego opensesame sesame mypassword yourpassword nopassword thepassword passwordpassword
correcthorsebatterystaple correct horse battery staple
`;

export const commonPasswords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean));
