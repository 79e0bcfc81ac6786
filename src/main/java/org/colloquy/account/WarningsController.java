package org.colloquy.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Having read what moderators have warned one of. */
@Controller
class WarningsController {

    private final Warnings warnings;

    WarningsController(Warnings warnings) {
        this.warnings = warnings;
    }

    /** @param upTo the latest that stood on the page */
    @PostMapping("/account/warnings")
    String read(@AuthenticationPrincipal @Nullable SignedIn you, @RequestParam(defaultValue = "0") long upTo) {
        if (you != null) {
            warnings.read(you.member(), upTo);
        }
        return "redirect:/account";
    }
}
