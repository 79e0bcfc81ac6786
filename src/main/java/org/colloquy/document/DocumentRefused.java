package org.colloquy.document;

/**
 * A file that is no document, and nothing of which may be imported. The message is one sentence for the operator: which
 * file, what is wrong with it, and what to do.
 */
class DocumentRefused extends Exception {
    private static final long serialVersionUID = 1L;

    DocumentRefused(String sentence) {
        super(sentence);
    }

    DocumentRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence that names the file. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
