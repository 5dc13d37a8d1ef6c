"""Sentences as people say them, invented: with numbers, dashes and quotation marks."""

ENGLISH = """\
Neighbours who argue in the open have something to lose, and they are aware of it.
We will not sign the agreement before the 1,200 families have been heard – all of them.
The word “final” was a mistake, because nothing between two countries is final.
In 1998 the two governments were able to say what they had never said before.
It’s easier to close a border than to open a café on the other side of it.
About 3.5 million visitors crossed the strait that year, and most of them came back.
I have read the treaty many times, and it is not the treaty people quarrel about.
Trade did not stop when the talks stopped — that is the fact I would start from.
My students were born after the World Cup of 2002; for them it is history.
The ministers can postpone the meeting, but they can’t postpone the question.
There are 28 sister cities on our list, and 9 of them have gone silent since 2019.
A well-meant gesture must be repeated, or it will be forgotten within a year.
Nobody in the room was surprised, since the figures had been published in May.
The foundation has spent $8,300 on translations and nothing on receptions.
Memory is not a weapon unless somebody decides to use it as one.
Our fishermen know each other by name, although their governments do not admit it.
The survey asked 1,000 people in each country, and 43 percent had no opinion.
Ten years ago I was told that this archive would never be opened to both sides.
Every apology has a reader who was not there, and it is for that reader it must be written.
If the talks fail again, the cities will go on – quietly, and on Thursdays.
The “comfort” of a short answer is what we should refuse to our readers.
Dialogue has been declared dead five times, and five times it has come back.
"""

JAPANESE = """\
率直に争う隣人には失うものがあり、そのことを互いに知っている。
1200世帯の声を聞くまで、私たちはこの合意に署名しません。
「最終的」という言葉は誤りだった、二国間に最終的なものは何もないからである。
１９９８年に両政府は、それまで言えなかったことを口にした。
国境を閉じるのは、向こう側にカフェを開くよりも簡単である。
その年は350万人の旅行者が海峡を渡り、多くがまた戻ってきました。
条約は何度も読んだが、争われているのは条約そのものではない。
会談が止まっても貿易は止まらなかった――そこから話を始めたいと思います。
私の学生は2002年のワールドカップの後に生まれ、それを歴史として学んでいる。
大臣は会議を延期することができても、問いを延期することはできない。
姉妹都市は28あるが、2019年からは9つの都市で交流が途絶えている。
善意のしるしは繰り返さなければ、一年のうちに忘れられてしまうのである。
数字は5月に公表されていたので、その場で驚いた人はいなかった。
財団は翻訳に8300ドルを使い、レセプションには何も使わなかったのです、と私は説明しました。
記憶は、誰かがそう使うと決めない限り、武器にはならない。
漁師たちは互いの名前を知っているが、政府はそれを認めていない。
調査では各国の1000人に尋ね、43パーセントが意見を持っていなかった。
この資料館が双方に開かれることは決してないと、十年前に言われました。
どの謝罪にもその場にいなかった読み手がいて、その人のために書かれるべきである。
会談がまた失敗しても、都市の交流は静かに、ただし確実に続くと信じています。
短い答えの「安心」こそ、私たちが読者に断るべきものである。
対話は5回終わったと言われ、5回とも戻ってきたのである。
"""

KOREAN = """\
드러내 놓고 다투는 이웃에게는 잃을 것이 있고, 서로 그것을 알고 있다.
1,200 가구의 목소리를 듣기 전에는 우리가 이 합의에 서명하지 않을 것이다.
“최종적”이라는 말은 실수였다, 두 나라 사이에 최종적인 것은 없기 때문이다.
1998년에 두 정부는 그때까지 하지 못한 말을 할 수 있었다.
국경을 닫는 일은 건너편에 카페를 여는 일보다 쉽다고 생각한다.
그해에 350만 명의 여행객이 해협을 건넜고 많은 사람이 다시 돌아왔다.
조약을 여러 번 읽었지만 다툼은 조약 자체에 관한 것이 아니라고 본다.
회담이 멈추어도 무역은 멈추지 않았다 – 나는 거기에서 시작하고 싶다.
내 학생들은 2002년 월드컵 뒤에 태어나서 그것을 역사로 배운다.
장관은 회의를 미룰 수 있지만 질문을 미룰 수는 없다고 말했다.
자매 도시는 28곳이지만 2019년부터 9곳에서 교류가 끊겼다.
선의의 몸짓은 되풀이하지 않으면 한 해 안에 잊히고 만다.
수치는 5월에 이미 발표되었으므로 그 자리에서 놀란 사람은 드물었다.
재단은 번역에 8,300달러를 썼고 환영회에는 한 푼도 쓰지 않았다.
기억은 누군가 그렇게 쓰기로 마음먹지 않는 한 무기가 되지 않는다.
어부들은 서로 이름을 알고 있지만 정부는 그것을 인정하지 않는다.
조사는 나라마다 1,000명에게 물었고 43퍼센트는 의견이 없었다.
이 자료관이 양쪽에 열리는 일은 결코 없으리라고 십 년 전에 들었다.
모든 사과에는 그 자리에 없던 독자가 있고 사과는 그를 위해 쓰여야 한다.
회담이 다시 실패해도 도시의 교류는 조용히 그러나 꾸준히 이어질 것이다.
짧은 대답의 ‘안심’이야말로 우리가 독자에게 거절해야 하는 것이다.
대화는 5번 끝났다고 했지만 5번 모두 다시 돌아왔다고 그는 말했다.
"""

SENTENCES = {
    language: text.splitlines()
    for language, text in (("en", ENGLISH), ("ja", JAPANESE), ("ko", KOREAN))
}
