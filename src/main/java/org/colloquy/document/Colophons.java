package org.colloquy.document;

/** What was said about an article's copy before it was changed, and after. */
record Colophons(Colophon before, Colophon after) {

    private static final String PARTED = "\n---\n";

    String note() {
        return before.companion() + PARTED + after.companion();
    }

    static Colophons of(String note) {
        int at = note.indexOf(PARTED);
        return new Colophons(colophon(note.substring(0, at)), colophon(note.substring(at + PARTED.length())));
    }

    private static Colophon colophon(String companion) {
        try {
            return Colophon.of("note", companion);
        } catch (DocumentRefused never) {
            throw new IllegalStateException("it was accepted before", never);
        }
    }
}
