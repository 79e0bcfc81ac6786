package org.colloquy.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What undoing an act needs to know. */
@Entity
@SuppressWarnings("NullAway.Init")
class UndoNote {

    @Id
    private Long logId;

    private String former;

    /** For JPA. */
    UndoNote() {}

    UndoNote(Long logId, String former) {
        this.logId = logId;
        this.former = former;
    }

    String former() {
        return former;
    }
}
