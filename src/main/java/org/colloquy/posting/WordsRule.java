package org.colloquy.posting;

import java.util.Optional;

/** Words that moderators listed. */
abstract class WordsRule extends ChangeableRule {

    WordsRule(Outline outline, Phrases phrases) {
        super(outline.withWords().replayed(Outline.Reach.TEXTS), phrases);
    }

    @Override
    Optional<String> found(Post post, Setting setting) {
        return setting.words().foundIn(post.text());
    }
}
