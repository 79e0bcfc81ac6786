package org.colloquy.posting;

import java.util.List;
import java.util.Optional;

/** Words that moderators listed. */
abstract class WordsRule extends ChangeableRule {

    WordsRule(Outline outline, Phrases phrases) {
        super(outline.withWords().replayed(Outline.Reach.TEXTS), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        List<String> found = setting.words().foundIn(post.text());
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("”, “", found));
    }
}
