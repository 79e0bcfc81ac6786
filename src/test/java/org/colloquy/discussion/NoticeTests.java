package org.colloquy.discussion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colloquy.discussion.Notice.Clause.ANONYMOUS;
import static org.colloquy.discussion.Notice.Clause.OFF_TOPIC;
import static org.colloquy.discussion.Notice.Clause.SHOWN_ONLY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.colloquy.SharedFiles;
import org.colloquy.discussion.Notice.Clause;
import org.colloquy.discussion.Notice.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTests {
    private static final String NOTE = "Welcome.\n\nCommenting rules. No anonymous comments.\n\nStay on topic, please!";

    @Test
    void isTheFirstCommentSaidByNobody() {
        assertThat(Notice.isNotice(1, null, NOTE)).isTrue();
        assertThat(Notice.isNotice(2, null, NOTE)).isFalse();
        assertThat(Notice.isNotice(1, "Ada", NOTE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please read our comment policy:\n\nBe kind.",
                "House rules\n\n* Be kind.\n* Be brief.",
                "No anonymous comments. Keep off topic posts in the Open Thread. Thanks.",
                "Please stay on topic."
            })
    void isKnownByAHeadingTwoRulesOrNothingElse(String text) {
        assertThat(Notice.isNotice(1, null, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First!",
                "",
                "The rules of war were broken by both sides.",
                "Your comment policy is a joke, and so is this article.",
                "The comment policy is absurd.",
                "Anonymous sources will be removed from the paper. I read it elsewhere.",
                "What is your comment policy?"
            })
    void isNoOrdinaryComment(String text) {
        assertThat(Notice.isNotice(1, null, text)).isFalse();
    }

    @Test
    void isNotLong() {
        assertThat(Notice.isNotice(1, null, NOTE + " More.".repeat(1_000))).isFalse();
    }

    @Test
    void switchesOnTheRuleAgainstAnonymousComments() {
        assertEach(
                ANONYMOUS,
                "No anonymous comments.",
                "Anonymous posts will be removed.",
                "Anonymous comments are not allowed",
                "Please note: anonymous commenting isn’t permitted.",
                "Do not post anonymously.",
                "We don't publish anonymous comments.",
                "Anonymous comments won't be approved.",
                "Comments must not be anonymous.",
                "Comments without a name are deleted.",
                "Unsigned comments will be hidden.",
                "You must use a name.",
                "Please choose a consistent handle.",
                "Please sign your comments.",
                "ANONYMOUS COMMENTS ARE BANNED!");
    }

    @Test
    void switchesOnTheRuleAgainstOffTopicComments() {
        assertEach(
                OFF_TOPIC,
                "Stay on topic.",
                "Please keep your comments on the topic.",
                "Comments should stay strictly on-topic.",
                "Off-topic comments belong in the Open Thread.",
                "Keep off topic remarks in the newest Open Thread.",
                "Offtopic posts will be deleted.",
                "No off-topic remarks.",
                "Comments that are off‑topic may be moved.",
                "Unrelated comments are not welcome.");
    }

    @Test
    void switchesOnNothingThatIsNotSurelyARule() {
        assertEach(
                SHOWN_ONLY,
                "Anonymous comments are welcome.",
                "Anonymous comments are allowed.",
                "Anonymous comments are not forbidden.",
                "We do not delete anonymous comments.",
                "We don't mind anonymous comments.",
                "You need not be anonymous.",
                "Are anonymous comments not allowed?",
                "Off-topic comments are fine.",
                "Off-topic comments are never removed.",
                "Visit the Open Thread.",
                "Be kind.",
                "Commenting rules.");
    }

    @Test
    void namesASentenceOnceForEachRuleItStates() {
        String both = "No anonymous or off-topic comments.";
        assertThat(Notice.sentences(both))
                .containsExactly(new Sentence(both, ANONYMOUS), new Sentence(both, OFF_TOPIC));
    }

    @Test
    void partsSentencesAtTheirMarksAndAtLines() {
        assertThat(Notice.sentences("One, e.g. this. “Two!” Three\nfour\n* Five\n\nSix…"))
                .extracting(Sentence::text)
                .containsExactly("One, e.g. this.", "“Two!”", "Three four", "Five", "Six…");
    }

    @Test
    void findsNoNoticeInTheSharedDiscussions() throws IOException {
        for (Path file : SharedFiles.discussions()) {
            String content = Files.readString(file);
            int first = content.indexOf("\n  1. ");
            int second = content.indexOf("\n  2. ", first);
            String text = content.substring(first + 6, second < 0 ? content.length() : second);
            assertThat(Notice.isNotice(1, null, text)).as(file.toString()).isFalse();
        }
    }

    private static void assertEach(Clause clause, String... sentences) {
        SoftAssertions softly = new SoftAssertions();
        for (String sentence : sentences) {
            softly.assertThat(Notice.sentences(sentence)).containsExactly(new Sentence(sentence, clause));
        }
        softly.assertAll();
    }
}
