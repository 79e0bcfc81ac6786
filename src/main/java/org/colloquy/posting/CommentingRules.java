package org.colloquy.posting;

import java.util.Optional;
import org.colloquy.discussion.Discussion;
import org.springframework.data.repository.Repository;

/** All effects that moderators chose. */
interface CommentingRules extends Repository<CommentingRule, Long> {

    CommentingRule save(CommentingRule rule);

    Optional<CommentingRule> findByDiscussionIdAndRule(Long discussion, String rule);

    default Optional<Effect> effect(Discussion discussion, String rule) {
        return findByDiscussionIdAndRule(discussion.id(), rule).map(CommentingRule::effect);
    }
}
