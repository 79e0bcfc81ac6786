package org.colloquy.log;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All notes that undoing needs. */
interface UndoNotes extends Repository<UndoNote, Long> {

    UndoNote save(UndoNote note);

    Optional<UndoNote> findById(long log);

    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("delete from UndoNote u where u.logId in (select e.id from LogEntry e where e.commentId = :comment)")
    void forgetComment(long comment);

    @Modifying(flushAutomatically = true, clearAutomatically = false)
    @Query("delete from UndoNote u where u.logId in (select e.id from LogEntry e where e.subjectId = :member)")
    void forgetMember(long member);
}
