package org.colloquy.posting;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** The effect that moderators chose for a rule in one discussion, where it is not the rule's own. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class CommentingRule {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Long discussionId;

    private String rule;

    @Enumerated(EnumType.STRING)
    private Effect effect;

    /** For JPA. */
    CommentingRule() {}

    CommentingRule(Long discussionId, String rule) {
        this.discussionId = discussionId;
        this.rule = rule;
    }

    Effect effect() {
        return effect;
    }

    void effect(Effect chosen) {
        effect = chosen;
    }
}
