package org.colloquy.report;

/** What somebody says is wrong with a comment. */
public enum ReportKind {
    THREAT,
    PERSONAL_DATA,
    /** Hatred of a people. */
    HATRED,
    /** Something false about somebody who lives. */
    FALSEHOOD,
    COPYRIGHT,
    OTHER,
    /** It breaks one of the commenting rules. */
    RULE,
    /** It belongs in the Open Thread. */
    OFF_TOPIC;

    /** Whether nobody needs to explain anything: a flag. */
    public boolean isFlag() {
        return this == RULE || this == OFF_TOPIC;
    }

    /** Whether enough reports take the comment out of sight before a moderator comes: what cannot be made good later. */
    boolean holds() {
        return this == THREAT || this == PERSONAL_DATA;
    }

    /** What a comment that is held for it, and the log, name as the rule that spoke. */
    String rule() {
        return "REPORTED_" + name();
    }
}
