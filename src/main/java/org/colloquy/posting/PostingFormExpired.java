package org.colloquy.posting;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.colloquy.account.ExpiredForm;
import org.springframework.stereotype.Component;

/** A comment whose form had expired comes back in a fresh form: nothing typed is lost. */
@Component
class PostingFormExpired implements ExpiredForm {

    @Override
    public Optional<String> shownAt(HttpServletRequest refused) {
        String path = refused.getRequestURI().substring(refused.getContextPath().length());
        return path.matches(".*/comments(/\\d+/edit)?") ? Optional.of(path + "/expired") : Optional.empty();
    }
}
