package org.colloquy.account;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Asks to wait, wherever a password was tried too often. */
@ControllerAdvice
class TooManyTriesPage {

    @ExceptionHandler(TooManyTries.class)
    String wait(TooManyTries tries, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tries.left().toSeconds()));
        model.addAttribute("minutes", tries.left().toMinutes() + 1);
        return "account/too-many";
    }
}
