/**
 * Words that say nothing about a subject. Kept short on purpose: a list of 758 words was measured to cost
 * ranking .01 to .07, as titles and names are made of such words too.
 */
export const stopWords: ReadonlySet<string> = new Set(
  [
    // Prepositions and conjunctions: they join, in every sentence.
    'yang di ke dari dan atau pada untuk dengan dalam oleh sebagai karena agar supaya serta bagi antara',
    'hingga sampai sejak tentang terhadap atas secara kepada per bahwa',
    'maka lalu namun tetapi tapi jika bila kalau saat ketika',
    // Demonstratives, articles and particles.
    'ini itu tersebut para sang si pun lah kah nya',
    // Copulas, negation, tense and modality: what was done matters, not whether it has been or can be.
    'adalah ialah yakni yaitu menjadi jadi ada tidak bukan belum akan telah sudah bisa dapat',
    'lagi masih hanya saja juga pula seperti hal soal ya',
    // Question words, since citizens type questions.
    'apa apakah siapa siapakah kapan kapankah dimana dimanakah mana manakah bagaimana bagaimanakah',
    'mengapa kenapa berapa berapakah',
    // Pronouns.
    'ia dia mereka kami kita saya aku anda kamu',
  ]
    .join(' ')
    .split(' '),
);
