/// What a change does to an output folder, and doing it.
#include "folder/change.hpp"
#include "folder/output_impl.hpp"

#include <algorithm>
#include <set>

namespace dossier::folder {
namespace {

using Kind = Present::Kind;

bool writes(const Step& step) { return step.file && step.fate != Fate::same; }

bool one_file(int root, const std::string& folder, std::string_view name, std::string_view bytes, std::string& problem) {
    Change change(root, folder);
    return change.write(name, bytes, problem) && change.place(problem);
}

}  // namespace

bool OutputFolder::Impl::may_replace(const OutputFile& file, const Present& present, bool force, Diagnostics& diagnostics) const {
    const std::string name = dossier::quoted(shown(file.path));
    if (present.kind == Kind::blocked) {
        diagnostics.error("no-folder", {}, say("{} {} where a folder must be", dossier::quoted(shown(present.at)), present.words),
                          {say("move it elsewhere")});
        return false;
    }
    if (present.kind == Kind::unreadable) {
        diagnostics.error("unreadable", {}, say("{} {}", name, present.words));
        return false;
    }
    if (present.kind == Kind::other && present.is_folder) {
        diagnostics.error("no-file", {}, say("{} is a folder where a file must be", name), {say("move it elsewhere")});
        return false;
    }
    if (present.kind == Kind::nothing || force || (present.kind == Kind::file && is_ours(file.path, present.hash))) return true;
    const bool known = inventory.contains(file.path) || journal.contains(file.path);
    diagnostics.error("not-ours", {},
                      present.kind == Kind::other ? say("{} {}, and not as dossier made it", name, present.words)
                      : known                     ? say("{} was changed since dossier made it", name)
                                                  : say("{} is there, and dossier did not make it", name),
                      {say("move it elsewhere, or let --force replace it")});
    return false;
}

void OutputFolder::Impl::add_stale(const std::vector<std::string>& planned, std::vector<Step>& out, Diagnostics& diagnostics) const {
    const std::set<std::string_view> wanted(planned.begin(), planned.end());
    Inventory known = inventory;
    for (const auto& [file, made] : journal)
        for (const Made& each : made) known[file].push_back(each);
    for (const auto& [file, made] : known) {
        if (wanted.contains(file)) continue;
        const Present present = there(file);
        if (present.kind == Kind::nothing || present.kind == Kind::blocked) continue;
        if (present.kind == Kind::unreadable) {
            diagnostics.error("unreadable", {}, say("{} {}", dossier::quoted(shown(file)), present.words));
            continue;
        }
        const bool same = present.kind == Kind::file &&
                          std::any_of(made.begin(), made.end(), [&](const Made& each) { return each.hash == present.hash; });
        out.push_back({same ? Fate::removed : Fate::left, file});
    }
}

std::vector<Step> OutputFolder::compare(const std::vector<OutputFile>& files, const std::vector<std::string>& planned, bool force,
                                        Diagnostics& diagnostics) const {
    std::vector<Step> out;
    for (const OutputFile& file : files) {
        if (file.there) {
            out.push_back({Fate::same, file.path, &file, file.there->hash});
            continue;
        }
        const std::string hash = hex(sha256(file.bytes));
        const Present present = impl_->there(file.path);
        Fate fate = Fate::same;
        if (present.kind != Kind::file || present.hash != hash) {
            if (!impl_->may_replace(file, present, force, diagnostics)) continue;
            fate = present.kind == Kind::nothing ? (impl_->inventory.contains(file.path) ? Fate::restored : Fate::added)
                   : present.kind == Kind::file && impl_->is_ours(file.path, present.hash) ? Fate::changed
                                                                                           : Fate::replaced;
        }
        out.push_back({fate, file.path, &file, hash});
    }
    impl_->add_stale(planned, out, diagnostics);
    std::sort(out.begin(), out.end(), [](const Step& a, const Step& b) { return a.path < b.path; });
    return out;
}

Inventory OutputFolder::Impl::after(const std::vector<Step>& steps, const std::vector<std::string>& planned) const {
    Inventory out;
    for (const Step& step : steps)
        if (!step.hash.empty()) out[step.path] = {{step.hash, step.file->keys}};
    // What was not asked for, or not made again. Which of several made it is to be seen from what is there.
    for (const std::string& file : planned) {
        if (out.contains(file)) continue;
        const auto known = inventory.find(file);
        if (known != inventory.end() && known->second.size() == 1 && !known->second.front().hash.empty() && !journal.contains(file)) {
            out.insert(*known);
            continue;
        }
        const Present present = there(file);
        for (const Inventory* each : {&inventory, &journal}) {
            const auto all = each->find(file);
            if (all == each->end() || present.kind != Kind::file) continue;
            for (const Made& made : all->second)
                if (made.hash.empty() || made.hash == present.hash) out[file] = {{present.hash, made.keys}};
        }
    }
    return out;
}

bool OutputFolder::Impl::write(const std::vector<Step>& steps, std::string& problem) {
    const std::string folder = path.string();
    Inventory coming = journal;
    for (const Step& step : steps)
        if (writes(step)) coming[step.path].push_back({step.hash, step.file->keys});
    if (!one_file(root.get(), folder, kJournal, inventory_text(coming, {}), problem)) return false;
    Change change(root.get(), folder);
    bool good = true;
    for (const Step& step : steps) good = good && (!writes(step) || change.write(step.path, step.file->bytes, problem));
    if (good && change.place(problem)) return true;
    if (change.placed() > 0)
        problem += "; " + count_of(change.placed(), "file is", "files are") + " new already, and the next run does the rest";
    else if (!interrupted) (void)remove_file(root.get(), std::string(kJournal));
    return false;
}

bool OutputFolder::Impl::finish(const std::vector<Step>& steps, const std::string& now_text, std::string& problem) {
    const auto failed = [&](std::string_view file) {
        problem = shown(file) + ": " + reason();
        return false;
    };
    for (const Step& step : steps)
        if (step.fate == Fate::removed && !remove_file(root.get(), step.path)) return failed(step.path);
    if (now_text != text && !one_file(root.get(), path.string(), kInventory, now_text, problem)) return false;
    return (remove_file(root.get(), std::string(kJournal)) && sync(root.get())) || failed(kJournal);
}

bool OutputFolder::carry_out(const std::vector<Step>& steps, const std::vector<std::string>& planned, const Basis& basis,
                             const std::string& memo, std::string& problem) {
    const Inventory next = impl_->after(steps, planned);
    const std::string text = inventory_text(next, basis);
    const bool any_written = std::any_of(steps.begin(), steps.end(), writes);
    const bool any_removed = std::any_of(steps.begin(), steps.end(), [](const Step& step) { return step.fate == Fate::removed; });
    if (any_written && !impl_->write(steps, problem)) return false;
    if ((any_written || any_removed || impl_->interrupted || text != impl_->text) && !impl_->finish(steps, text, problem)) return false;
    impl_->remember(next, text, memo);
    return true;
}

}  // namespace dossier::folder
