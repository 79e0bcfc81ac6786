package org.colloquy.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All that moderators chose about the rules. */
interface CommentingRules extends Repository<CommentingRule, Long> {

    CommentingRule save(CommentingRule rule);

    void delete(CommentingRule rule);

    /** What was chosen for the discussion with that id, and for the whole site. */
    @Query("select r from CommentingRule r where r.discussionId is null or r.discussionId = :discussion")
    List<CommentingRule> near(@Nullable Long discussion);

    List<CommentingRule> findByRule(String rule);
}
