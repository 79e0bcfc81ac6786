package org.colloquy.document;

import java.nio.file.Path;
import java.util.List;
import org.colloquy.reply.Article;
import org.colloquy.reply.ReplyFinder.Link;
import org.colloquy.reply.ReplyFinder.Said;

/** A document as the reply finder gets it, for tests of other packages. */
public record DiscussionFile(Article article, List<Said> said, List<Link> links) {

    public static DiscussionFile read(Path path) {
        try {
            DocumentFile file = DocumentFile.read(path);
            return new DiscussionFile(Replies.article(file), Replies.said(file.document()), Replies.find(file));
        } catch (DocumentRefused e) {
            throw new IllegalArgumentException(e);
        }
    }
}
