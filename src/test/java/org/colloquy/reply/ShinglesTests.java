package org.colloquy.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShinglesTests {
    private final Words words = new Words();
    private final Shingles shingles = new Shingles(words);

    @Test
    void findsEveryPlaceHoweverFarItHasGrown() {
        Random random = new Random(1);
        List<Integer> begins = new ArrayList<>();
        for (int text = 0; text < 5_000; text++) {
            begins.add(words.size());
            add(text + " a" + random.nextInt() + " b c " + random.nextInt());
        }
        for (int begin : begins) {
            assertThat(places(begin)).containsExactly(begin);
            assertThat(places(begin + 1)).containsExactly(begin + 1);
        }
    }

    @Test
    void knowsTheFirstOfVeryManyPlaces() {
        for (int text = 0; text < 1_000; text++) {
            add("one and the same");
        }
        assertThat(places(0)).hasSize(Shingles.MOST_PLACES).startsWith(124).endsWith(4, 0);
    }

    private void add(String text) {
        int from = words.size();
        words.add(text, 0, text.length());
        shingles.add(from, words.size());
    }

    private List<Integer> places(int shingle) {
        List<Integer> places = new ArrayList<>();
        shingles.places(shingle, places::add);
        return places;
    }
}
