"""Han characters that one name is written with here so, there otherwise."""

from __future__ import annotations

# Each group is one character: as Japan writes it today, then older, traditional and simplified
# forms. Only those of names, and only where the one is surely the other.
_FORMS = (
    "沢澤泽 辺邊邉边 斎齋斋 斉齊齐 広廣广 国國囯 栄榮荣 恵惠 実實实 学學 徳德"
    " 鉄鐵铁 竜龍龙 真眞 晋晉 寿壽寿 蔵藏 桜櫻樱 浜濱滨 瀬瀨濑 静靜 条條 豊豐"
    " 万萬 会會 与與 円圓圆 渋澁 習习 東东 劉刘 陳陈 呉吳吴 来來 産產产"
    " 剣劍剑 亀龜龟 黒黑 郷鄉鄕乡 島嶋嶌 高髙 崎﨑嵜 富冨 峰峯 総總总 関關关"
    " 間间 岡冈 許许 趙赵 張张 楊杨 華华 鋒锋 鵬鹏 鎔镕 宝寶宝 鄧邓 温溫"
    " 葉叶 盧卢 寛寬宽 煥焕 賢贤 鎬镐 勲勳勋 謙谦 為爲为 経經经 済濟济 頼賴赖"
    " 範范 穂穗 満滿满 両兩两 亜亞亚 悦悅 戸戶户 進进 純纯 応應应 礼禮 麦麥麦"
    " 黄黃 児兒儿 権權权 検檢检 択擇择 伝傳传 紹绍 剛刚 錦锦 濤涛 強强 載载"
)


def _modern() -> dict[int, str]:
    return {
        ord(form): group[0] for group in _FORMS.split() for form in group[1:] if form != group[0]
    }


MODERN_KANJI = _modern()
