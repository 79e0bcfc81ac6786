package org.colloquy.posting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commenting rules of one discussion.
 *
 * @param title of its article, or null for the Open Thread
 * @param rules that are in force, or were chosen not to be
 * @param shownOnly what else its notice says
 */
public record PlaceRules(
        String address, @Nullable String title, List<FormView.RuleView> rules, List<String> shownOnly) {

    /** The last part of its address. */
    public String slug() {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
