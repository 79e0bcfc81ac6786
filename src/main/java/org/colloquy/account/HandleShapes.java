package org.colloquy.account;

import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the handles look like: every shape belongs to the one who had it first. */
@Component
class HandleShapes {

    private final JdbcClient sql;

    HandleShapes(JdbcClient sql) {
        this.sql = sql;
    }

    /** The handle that has one of these shapes. */
    Optional<String> handle(Set<String> shapes) {
        return shapes.isEmpty()
                ? Optional.empty()
                : sql.sql("select m.handle from handle_shape s join member m on m.id = s.member_id"
                                + " where s.shape in (:shapes) order by m.id limit 1")
                        .param("shapes", shapes)
                        .query(String.class)
                        .optional();
    }

    /**
     * Gives them to a member.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if one of them is somebody else's
     */
    void give(Set<String> shapes, long member) {
        for (String shape : shapes) {
            sql.sql("insert into handle_shape (shape, member_id) values (?, ?)")
                    .params(shape, member)
                    .update();
        }
    }
}
