package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode/utf8"

	"genjin/model"
)

// The journal's text is found by an index over pairs of characters: 签合同 is
// kept as 签合 合同 同. A text is found as the words of a phrase, a single
// character as the beginning of a word. SQLite's tokenizer for ASCII takes all
// else for letters, so that what it would leave out, spaces and signs, is
// shifted to where it takes them for letters too; large and small are told
// apart no more than lower() does. What is found is therefore what instr finds.

const (
	shifted     = 0xE000 // where ASCII's spaces and signs are moved to
	betweenText = 0xE0FF // stands between an entry's texts
	longestSeen = 64     // characters of a text that are looked up; the rest is compared
)

// asIndexed is one character as the index has it.
func asIndexed(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= utf8.RuneSelf, r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	}
	return shifted + r
}

// pairsOf is a text as the index has it.
func pairsOf(texts ...string) string {
	var chars []rune
	for i, text := range texts {
		if text != "" && i > 0 {
			chars = append(chars, betweenText)
		}
		for _, r := range text {
			chars = append(chars, asIndexed(r))
		}
	}
	var b strings.Builder
	for i, r := range chars {
		b.WriteRune(r)
		if i+1 < len(chars) {
			b.WriteRune(chars[i+1])
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// phraseOf is what the index is asked for to find a text.
func phraseOf(text string) string {
	if utf8.RuneCountInString(text) == 1 {
		return `"` + pairsOf(text) + `" *`
	}
	pairs := pairsOf(text)
	return `"` + pairs[:strings.LastIndexByte(pairs, ' ')] + `"`
}

// inJournal looks for a text in the entries, and in the names of their customers.
func inJournal(ctx context.Context, s *Store, _, text string) (clause, error) {
	who, err := s.searched(ctx, text)
	if err != nil {
		return clause{}, err
	}
	of := clause{"SELECT id FROM journal WHERE customer_id IN (SELECT value FROM json_each(?))", []any{jsonList(who)}}
	if utf8.RuneCountInString(text) <= longestSeen {
		return clause{"r.id IN (SELECT rowid FROM journal_words WHERE journal_words MATCH ? UNION ALL " + of.sql + ")",
			append([]any{phraseOf(text)}, of.args...)}, nil
	}
	seen := string([]rune(text)[:longestSeen])
	return clause{"r.id IN (SELECT id FROM journal WHERE id IN (SELECT rowid FROM journal_words WHERE journal_words MATCH ?) AND " +
		"(instr(lower(situation), lower(?)) > 0 OR instr(lower(problem), lower(?)) > 0 OR instr(lower(solution), lower(?)) > 0) " +
		"UNION ALL " + of.sql + ")", append([]any{phraseOf(seen), text, text, text}, of.args...)}, nil
}

const insertWords = "INSERT INTO journal_words (rowid, pairs) VALUES (?, ?)"

// refreshWords brings the index in line with the entries that the act touched.
func (w *write) refreshWords(ctx context.Context) error {
	for id := range w.noted {
		if _, err := w.stmt(ctx, "DELETE FROM journal_words WHERE rowid = ?", id); err != nil {
			return err
		}
		e, err := journal.byID(ctx, w.tx, id)
		if isNotFound(err) {
			continue
		}
		if err == nil {
			err = w.insertWords(ctx, &e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *write) insertWords(ctx context.Context, e *model.Entry) error {
	_, err := w.stmt(ctx, insertWords, e.ID, pairsOf(e.Situation, e.Problem, e.Solution))
	return err
}

// indexJournal fills the index of a file anew.
func indexJournal(ctx context.Context, _ *Store, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "INSERT INTO journal_words (journal_words) VALUES ('delete-all')"); err != nil {
		return err
	}
	add, err := tx.PrepareContext(ctx, insertWords)
	if err != nil {
		return err
	}
	defer add.Close()
	rows, err := tx.QueryContext(ctx, "SELECT id, situation, problem, solution FROM journal")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var situation, problem, solution string
		if err := rows.Scan(&id, &situation, &problem, &solution); err != nil {
			return err
		}
		if _, err := add.ExecContext(ctx, id, pairsOf(situation, problem, solution)); err != nil {
			return err
		}
	}
	return rows.Err()
}

// lostWords are the entries that the index lacks, and those that it has and the
// journal hasn't.
func (s *Store) lostWords(ctx context.Context) ([]int64, error) {
	return s.ids(ctx, `SELECT id FROM journal WHERE id NOT IN (SELECT id FROM journal_words_docsize)
		UNION ALL SELECT id FROM journal_words_docsize WHERE id NOT IN (SELECT id FROM journal)`)
}
