/**
 * Hashes (32-bit, in base 36) of every run of eight words in the 15 official English sentences that were compared with
 * our clauses. The sentences themselves are not shipped. To make the list again from a table with the official wording
 * in its third column, heading first (`cpsf_verbatim_15.tsv`), run in the project's folder:
 *
 *     node -e "import('./corpus/rules/shingles.ts').then(({ shinglesOf }) => {
 *       const rows = require('fs').readFileSync(process.argv[1], 'utf8').trim().split('\n').slice(1)
 *       const hashes = rows.flatMap((row) => shinglesOf(row.split('\t')[2])).map(({ hash }) => hash.toString(36))
 *       console.log([...new Set(hashes)].sort().join(' '))
 *     })" cpsf_verbatim_15.tsv | fold -s -w 110
 */
const HASHES = `
  1017nm 10fiil2 10gn8ud 10redks 115s720 11kt3tk 11mwnwt 11wpjqh 121crdq 12gf1hb 12hpeij 12n5o43 12ny8ma
  12s1j2f 130epej 13avjw4 13cm5rs 13nsmqt 13s43wv 13ucqrs 140cm9n 1441ylh 144bclc 147ebbg 1569mlu 15ea9b4
  15i61po 15kqqbu 15r81r9 15sawo 162ccyg 165a148 16z6pf3 172ggpj 174tony 17dwpe9 17ifxlm 17raa58 17yww1h
  18c8ko8 18p6wih 198g207 19c7250 19m1hq5 19mnlhf 19n7k3o 19svzee 1a85huj 1azo0lt 1b5o3aa 1bfr4h8 1brn8f6
  1bsu89m 1bszcga 1bu25ez 1ce94mq 1clypwm 1cv8gsg 1d500qi 1d5k2bs 1dbwqe9 1dkz6hs 1egh5zt 1eldyal 1evud5f
  1eylrd2 1f3vinz 1fb5sp3 1frtqke 1fsjpa8 1fx42pf 1g1c881 1g4w94 1g5qsqu 1g62ihs 1gc31b0 1gl23u 1gvd8bj 1h59p9i
  1h71wtc 1h9r3pw 1hbtnvk 1hbve3w 1hh1pye 1hha5au 1hzjzc2 1i2nr3j 1ibqpnq 1ifhvqg 1ja5cr6 1jeycwq 1k1flyc
  1k9mh8o 1kapott 1kcdzzn 1kl0gek 1kurvt3 1kvduum 1l01grv 1lcv58r 1lde0ot 1lesgjo 1lssdd2 1m5olsi 1mu2dlr
  1mu8bfs 1my63rk 1nca49p 1nginvr 1nkb8m3 1opa43g 1os4m72 1p5xari 1pnrywa 1puk1cq 1pxaorh 1pxr02n 1py5e04
  1q4ap2s 1qhecvb 1qhf0ma 1qiwng6 1r1mxyd 1r8rlf4 1rmht7u 1rqa307 1rqos74 1rw9djh 1rykvyp 1rz54k5 1s0yf5u
  1sc44vw 1skvccs 1smyse9 1t0zl9u 1t2sp22 1t3ohf9 1t9jo9r 1tdar7y 1tkkoa 1tlq0h5 1tpwvm0 1ua1vei 1uab954
  1uhj7rl 1uv3cfc 1uy7j4b 1vcu8z4 1vibw7x 1vkks2p 1vmv7vm 1vo4mok 1vocb6e 1w446zb 1wi05oe 1x1z6n5 1xc4tq3
  1xsb0vx 1yctbay 1yidjq9 1yjynmj 1yrfg9j 1yrocqe 1yy844z 29ezho 29n79v 2rn130 2xc0sj 32pf6k 3gmwo3 3szgqw
  4brnrv 4e0zk5 4ia4dp 4y0zof 50im2q 5czuph 66siyu 67e8m2 68iwet 691a0r 6mfk37 6x1exl 6z7ql3 79iani 7abeyo
  7peyma 7uspda 7wxmnr 8dgc9c 8gzqzi 8n0hz4 8r68lb 8yxeki 91a3gz 974pff 9bdp5h 9efyph 9ijkx3 a5gq0e acczf
  aeiamd amb8da ayrmym azlxc0 b1aalp b4h2rv bezvdv bi00xs blqz93 bltepa c2rk8c covuxj cv1snl d4skqw d5nhvw
  dgk7zx dgumvf djygvp dl662r e3oewq eej2lp ennzs8 epy3pi equdep fbgpnu fefdy0 feu94o ff6gk4 ffbrop ggdtgd
  ghth0i gibpei gqo8zu gs36ku hh4qtv hjjf8k hu4401 i0b5jv icucvc ih1jq4 ixfkpp iywkfg iz68wz j74laa jd0bmr
  jg4sbo jhz51m ji2zmc jojg4i jvax28 k61xyz kcxpz5 kjxdh6 kkjse6 kvso3r kz2ibs l696zh lmmg6v lr00zw ls7xmo
  lwzlqj m6fg63 m8t5rn ml94gn mowbhn msqiqp mw05jm n28w8d njgirf nkjwjb nxzh7h o343c9 o9kt6o ods5p5 ongl0d
  pfcip6 pfmw3r pphvxe prbwmr pxsfdg q3uhgp q770df qqs3r7 qspm99 quwf3r quypai qxmy1i qzm8bx r3pg37 r80d69
  rb6ulq rb8af1 rh8a6g s64um1 seefpb sk4g1b soblgi sqygkw srrr8g sulvcj tbt0ch tjxngv twbcoy twgqfq u9d45j
  ubot4e ug7icc upkjgd uuvyw0 uxtr5d v1ip7x vgjw1d vhqlzl vmeuhz vogifa vto7pj vvpjxf w73uv8 wg1rzs wszyp7
  wvc40r wxfw69 x1lozv x5tqqy xbgdkh xfzusw xkjgpo xroh76 xvqdz0 y8o8k6 yfajp0 ypfi88 yqbu28 yromh yxnsa7
  z0i82p z54r1o zf0n3q zjr7v9 zk2cb8 znhgmv zvo5ka
`

export const OFFICIAL_SHINGLES: ReadonlySet<number> = new Set(
  HASHES.trim()
    .split(/\s+/u)
    .map((hash) => Number.parseInt(hash, 36)),
)
