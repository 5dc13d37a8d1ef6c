"""Names that many people bear and no listed figure, organisations beside those that are known."""

from __future__ import annotations


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.replace("\n", ",").split(",") if name.strip()]


PEOPLE = _names("""
Aki Moriyama, Minato Seok, Haruka Ito, Kenji Watanabe, Yuki Tanaka, Naoko Suzuki
Takashi Yamamoto, Ichiro Suzuki, Shigeru Miyamoto, Taro Yamada, Hanako Sato, Junko Nakamura
Kenzaburo Oe, Yoko Ono, Haruki Murakami, Hayao Miyazaki, Akira Kurosawa, Shinzo Hamada
Fumio Kishi, Yukio Mishima, Mori Ogai, Takeo Miura, Takeo Fukui, Hitoshi Matsumoto
Yasuo Tanaka, Naoto Takenaka, Sanae Takasugi, Taro Okamoto, Kiichi Nakai, Toshiki Inoue
Noboru Ando, Eisaku Kubonouchi, Keizo Kanie, Masayoshi Son, Shigeru Kayama, Kim Min-ji
Kim Minji, Kim Jong-hun, Kim Jong-min, Kim Jong-kook, Kim Jung-eun, Kim Jeong-eun, Kim Yuna
Kim Jong-in, Kim Yong-ha, Kim Ji-young, Kim Young-ha, Kim Dae-ho, Kim Il-kwon, Lee Jae-yong
Lee Min-ho, Lee Jae-wook, Lee Jae-myoun Park, Park Ji-sung, Park Geun-young, Park Chung-il
Moon Jae-won, Moon Ji-in, Yoon Suk-min, Roh Tae-hyun, Roh Moo-young, Chun Doo-ri, Choi Kyu-jin
Yun Bo-mi, Chang Myung-soo, Hwang Sok-yong, Han Kang, Bong Joon-ho, Cho Nam-joo
Shin Kyung-sook, Ban Ki-moon, Song Min-soon, Pak Song-hui, Ri Jong-min, Hong Song-min
Choe Yong-su, Kang Song-min, Jo Yong-won, Pak Pong-nam, Li Wei, Wang Fang, Zhang Min, Liu Yang
Chen Jie, Li Na, Zhao Lei, Hu Jing, Wen Jun, Zhou Xun, Mao Ning, Xi Murong, Jiang Wen
Deng Chao, Zhu Ling, Li Peiyu, Yang Shan, Hua Chenyu, Lin Biao Wu, Li Keqin, John Smith
Joe Bidwell, Joe Bryden, Donald Tusk, Donald Draper, George Busch, George Clooney, Bill Gates
Jimmy Choo, Harry Styles, Harry Potter, Richard Nicholson, Gerald Butler, Ronald McDonald
Barack Cohen, Hillary Clinton, Michelle Obama, Robert Kennedy, Lyndon Barker, Franklin Foer
Dwight Schrute, John Kerry, Mary Ann Smith, Tom Weir, James Carter, Jack Ford, Andrew Johnson
Kate Nixon, Emma Truman, Jane Reagan, Vladimir Nabokov, Dmitry Shostakovich, Boris Pasternak
Mikhail Bulgakov, Yuri Gagarin, Nikita Mikhalkov, Sergei Eisenstein, Leonid Tarasov
Viktor Tsoi, Alexei Navalny, Nikolai Gogol, Andrei Tarkovsky, 森山 亜希, 渡辺 健司, 田中 由紀
鈴木 直子, 山本 隆, 佐藤 花子, 中村 純子, 大江健三郎, 村上春樹, 宮崎駿, 黒澤明, 岸 文雄
岸田 劉生, 安倍 晴明, 菅原 文太, 野田 秀樹, 森 鷗外, 石橋 貴明, 福田 和子, 高市 早織
小泉 今日子, 鳩山 邦夫, 麻生 久美子, 橋本 環奈, 細川 俊之, 吉田 茂樹, 三木 卓, 大平 透
海部 陽介, 김민지, 김정훈, 김정민, 김종국, 김연아, 김일권, 이재용, 이민호, 박지성, 박근영
문재원, 윤석민, 노태현, 전두리, 최규진, 한강, 봉준호, 조남주, 신경숙, 반기문, 송민순, 이명수
이승민, 박정민, 김대호, 김영하, キム・ヨナ, イ・ビョンホン, ペ・ヨンジュン, ジョー・ペリー
ビル・ゲイツ, ジョージ・クルーニー, ハリー・ポッター, 金城武, 金妍児, 李小龍, 李連杰
習志野太郎, 毛利衛, 胡蝶, 温水洋一, 朴智星, 文世光, 盧溝橋子, 江沢民子
""")

ORGANISATIONS = _names("""
Example University, Hosei University, Hansei University, Keiwa University, Kyorin University
Tokai University, Toyo University, Meiji University, Chuo University, Rikkyo University
Konkuk University, Dongguk University, Inha University, Ajou University, Kyung Hee University
Chung-Ang University, Pusan National University, Chonnam National University
Seoul University of Education, University of Kyoto Foreign Studies, Korea Maritime Institute
Korea Economic Institute, Korea Institute for Defense Analyses, Japan Society
Japan Center for Economic Research, Japan Association of Corporate Executives
Korea Enterprises Federation, Ford Foundation, Hyundai Research Institute
Nomura Research Institute, Mitsubishi Research Institute, Hiroshima University
Nagasaki University, Okayama University, Kanazawa University, Asahi Glass Foundation
Seoul Broadcasting System, Korea Times, Korea Herald, Japan Times, 法政大学, 明治大学, 中央大学
東海大学, 東洋大学, 立教大学, 日本大学, 広島大学, 長崎大学, 静岡大学, 건국대학교, 동국대학교
인하대학교, 아주대학교, 경희대학교, 중앙대학교, 부산대학교, 전남대학교, 한세대학교
Ministry of Finance of Japan, Ministry of Education, World Health Organization
International Monetary Fund
""")
