package org.colloquy.people;

import org.colloquy.discussion.People;
import org.colloquy.discussion.People.Person;
import org.colloquy.discussion.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What somebody who holds a handle has said. Who only speaks in a document has no such page: nobody knows who that is. */
@Controller
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/people/{handle}")
    String person(
            @PathVariable String handle, @RequestParam(defaultValue = "") String page, Viewer viewer, Model model) {
        Person person = people.holding(handle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("person", person);
        model.addAttribute("list", ListView.of(page, (from, size) -> people.comments(person, viewer, from, size)));
        return "people/person";
    }

    /** For handles that no path can hold. */
    @GetMapping("/people")
    String named(@RequestParam String name, @RequestParam(defaultValue = "") String page, Viewer viewer, Model model) {
        return person(name, page, viewer, model);
    }
}
