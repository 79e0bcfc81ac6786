package org.colloquy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.colloquy.name.LookAlikes;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Names that cannot be worn by others. */
abstract class NamesTests extends SiteHands {

    @Test
    void refusesTwoHundredLookAlikesOfAClaimedHandle() {
        assertThat(post("/open-thread", "name", "Paxos Docile", "text", "This is my name."))
                .hasStatus(303);
        List<String> taken = new ArrayList<>();
        for (String variant : LookAlikes.of("Paxos Docile", 260)) {
            MvcTestResult refused = post("/open-thread", "name", variant, "text", "And mine!");
            if (refused.getResponse().getStatus() != 422) {
                taken.add(variant);
            }
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void saysWhoseNameALookAlikeLooksLike() {
        assertThat(post("/open-thread", "name", "Silent Mole", "text", "One.")).hasStatus(303);
        MvcTestResult refused = post("/open-thread", "name", "SiIent MoIe", "text", "Two.");
        assertThat(refused).hasStatus(422);
        assertThat(body(refused))
                .contains("“SiIent MoIe” looks like Silent Mole’s name.", "belongs to whoever used it first");
        assertThat(body(post(HARBOUR, "name", "Оld Sаlt", "text", "Not from the harbour.")))
                .contains("looks like Old Salt’s name");
        assertThat(body(post(HARBOUR, "name", "Mirа Hо1t", "text", "Nor its author.")))
                .contains("looks like Mira Holt’s name");
        assertThat(body(post(HARBOUR, "name", "Deѕk 0ne", "text", "Nor from the desk.")))
                .contains("looks like Desk One’s name");
        for (String house : List.of("M0dеrator", "Site Admin", "Соllоquy", "АДМИН")) {
            assertThat(body(post(HARBOUR, "name", house, "text", "Believe me.")))
                    .contains("whoever looks after this site");
        }
    }

    @Test
    void letsTheOwnerPostUnderANameThatOthersCannotWear() {
        Cookie[] mine = post("/open-thread", "name", "Ölgå Dmitrı", "text", "One.")
                .getResponse()
                .getCookies();
        assertThat(post("/open-thread", "name", "Olga Dmitri", "text", "Two.")).hasStatus(422);
        assertThat(page(address(post(mine, "/open-thread", "name", "", "text", "Two."))))
                .contains("Ölgå Dmitrı");
    }

    @Test
    void takesNamesOfManyScriptsAndOfSeveralAtOnce() {
        for (String name : List.of(
                "Maïkl Makfaïlov",
                "さくらSakura",
                "高橋ハナ",
                "Հայկ Սարյան",
                "Əsgər Qasımov",
                "أحمد الكاتب",
                "דוד Levi",
                "Марина Ивановна",
                "Nguyễn Thị Ánh",
                "สมหญิง",
                "김서연",
                "ნინო")) {
            assertThat(post("/open-thread", "name", name, "text", "Good day."))
                    .as(name)
                    .hasStatus(303);
        }
    }

    @Test
    void takesLookAlikesOfPlaceholdersForNoName() {
        for (String none : List.of("Аnonymous", "a n o n", "Anonymous1", "Gu\u0435st", "АНОНИМ")) {
            assertThat(body(post(HARBOUR, "name", none, "text", "Who am I?")))
                    .as(none)
                    .contains("Anonymous comments are not allowed here.");
        }
    }

    @Test
    void refusesANameThatDisturbsTheLineAroundIt() {
        for (String unruly : List.of("\u202eUrnly", "Z\u0301\u0302\u0303\u0304\u0305algo Fan")) {
            assertThat(body(post(HARBOUR, "name", unruly, "text", "Wide.")))
                    .contains("The name has characters that can’t be kept.");
        }
    }

    @Test
    void letsOneOfTwoClaimLookAlikesAtTheSameMoment() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> claims = new ArrayList<>();
            for (String name : List.of("Contest Alike", "Contеst Alike", "C0ntest Alike", "ContestAlike")) {
                claims.add(() -> post("/open-thread", "name", name, "text", "Mine!")
                        .getResponse()
                        .getStatus());
            }
            List<Integer> answers = new ArrayList<>();
            for (var answer : pool.invokeAll(claims)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422);
        } finally {
            pool.shutdown();
        }
    }
}
