package org.colloquy.start;

/** Thrown while starting when a person must put something right first; the message is one line that says what. */
public class Unstartable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unstartable(String message, Throwable cause) {
        super(message, cause);
    }

    public Unstartable(String message) {
        super(message);
    }
}
