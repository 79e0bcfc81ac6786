package org.colloquy.posting;

import org.colloquy.account.TakenNames;
import org.colloquy.article.Articles;
import org.colloquy.discussion.Discussions;
import org.springframework.stereotype.Component;

/** Who speaks in a document or wrote an article: they cannot claim their name here, and nobody else may. */
@Component
class ImportedNames implements TakenNames {

    private final Discussions discussions;
    private final Articles articles;

    ImportedNames(Discussions discussions, Articles articles) {
        this.discussions = discussions;
        this.articles = articles;
    }

    @Override
    public boolean include(String key) {
        return discussions.hasImportedSpeaker(key) || articles.hasAuthor(key);
    }
}
