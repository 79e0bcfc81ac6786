package org.colloquy.reply;

/**
 * A word that two texts have in common, as each of them spells it.
 *
 * @param word as it stands in the comment that is looked at
 * @param there as it stands in the other text: another spelling or another form of it, or the same
 */
public record SharedWord(String word, String there) {

    /** Whether both spell it alike but for capitals. */
    public boolean isSame() {
        return word.equalsIgnoreCase(there);
    }
}
