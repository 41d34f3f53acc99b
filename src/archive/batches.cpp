#include "archive/batches.hpp"

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "formats/encoding.hpp"

namespace tbsc94 {

namespace {

constexpr std::size_t bytes_a_batch = std::size_t{128} << 10U;
constexpr std::size_t documents_a_batch = 64;

std::size_t line_ends_in(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

batch_source::batch_source(std::vector<input> inputs)
    : inputs_(std::make_move_iterator(inputs.begin()), std::make_move_iterator(inputs.end())) {}

bool batch_source::next(batch& batch, std::vector<io_problem>& problems) {
  batch.documents.clear();
  batch.text.clear();
  while (!inputs_.empty()) {
    if (inputs_.front().kind == input_kind::document) {
      next_documents(batch);
      return true;
    }
    if (next_lines(batch, problems) || !problems.empty()) {
      return true;
    }
  }
  return false;
}

void batch_source::next_documents(batch& batch) {
  while (!inputs_.empty() && inputs_.front().kind == input_kind::document &&
         batch.documents.size() < documents_a_batch) {
    batch.documents.push_back(std::move(inputs_.front()));
    inputs_.pop_front();
  }
}

bool batch_source::next_lines(batch& batch, std::vector<io_problem>& problems) {
  const input& from = inputs_.front();
  if (!open_) {
    open_ = byte_stream::open(from.path);
    if (!open_) {
      problems.push_back({displayed(from.path), std::generic_category().message(errno)});
      inputs_.pop_front();
      return false;
    }
    line_ = 1;
    carried_.assign(from.read_already ? from.read_already->text() : std::string_view());
  }
  batch.source = displayed(from.path);
  batch.first_line = line_;
  batch.text.assign(carried_.text());
  carried_.clear();
  while (true) {
    const auto got = open_->read(batch.text, bytes_a_batch);
    if (!got) {
      problems.push_back({batch.source, std::generic_category().message(errno)});
    }
    if (skipping_) {
      const std::size_t line_end = batch.text.text().find('\n');
      if (line_end != std::string_view::npos) {
        batch.text.drop(line_end + 1);
        batch.first_line = ++line_;
        skipping_ = false;
      } else {
        batch.text.clear();
      }
    }
    if (!got || *got == 0) {
      return end_lines(batch);
    }
    const std::string_view text = batch.text.text();
    if (const std::size_t last_end = text.rfind('\n'); last_end != std::string_view::npos) {
      carried_.assign(text.substr(last_end + 1));
      line_ += line_ends_in(text);
      batch.text.cut(last_end + 1);
      return true;
    }
    if (text.size() > json::largest_document) {
      skipping_ = true;  // the reader refuses what is here of the line
      return true;
    }
  }
}

bool batch_source::end_lines(const batch& batch) {
  open_.reset();
  carried_.clear();
  skipping_ = false;
  inputs_.pop_front();
  return !batch.text.text().empty();
}

}  // namespace tbsc94
