# 24 threads at once, and memory that stays flat over 100,000 calls: of the functions that Ruby can call (README).
#
#     soak.rb [SECONDS]
require 'json'
require 'payymo'

ROWS = JSON.generate({ transactions: [{ id: 't', booked_on: '2026-03-01', amount: '5.00', currency: 'EUR', remittance: 'RE-77' }],
                       invoices: [{ id: '1', number: 'RE-77', total: '5.00', currency: 'EUR' }] })
ITEMS = JSON.generate({ invoices: [{ id: '1', number: 'RE-77', total: '5.00', currency: 'EUR' }] })

PIECE = JSON.generate({ content: "Date,Amount,Currency\n2026-03-03,112.00,GBP\n" })

def refused(code)
  yield
  raise "no #{code}"
rescue Payymo::PayymoError::Failed => e
  raise "#{e.code} instead of #{code}" unless e.code == code
end

def deed(at)
  case at % 10
  when 0 then raise 'no match' unless Payymo.call('matching.reconcile', ROWS, []).include?('"invoice":"1"')
  when 1 then Payymo::Matcher.from_document(ITEMS, []).call('matcher.close', '{"id": "1"}', [])
  when 3
    stream = Payymo::Stream.from_document('{}', [])
    stream.call('stream.push', PIECE, [])
    raise 'no row' unless stream.call('stream.finish', '{}', []).include?('"112.00"')
  when 2, 4, 6 then refused('money.precision') { Payymo.money_parse('1.005', 'EUR') }
  else raise 'no IBAN' unless Payymo.party_iban('DE89370400440532013000').valid
  end
end

def rss
  File.read('/proc/self/statm').split[1].to_i * 4096 / 1_048_576.0
end

seconds = (ARGV[0] || 60).to_f
ending = Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds
counts = Array.new(24) do |seed|
  Thread.new do
    Thread.current.report_on_exception = true
    count = seed
    while Process.clock_gettime(Process::CLOCK_MONOTONIC) < ending
      deed(count)
      count += 1
    end
    count - seed
  end
end.map(&:value)
puts "24 threads, #{seconds.round} s: #{counts.sum} deeds, the slowest thread #{counts.min}"

20_000.times { |at| deed(at) }
GC.start
before = rss
100_000.times { |at| deed(at) }
GC.start
after = rss
puts format('100,000 calls: %.1f MiB before, %.1f MiB after', before, after)
abort 'memory grows' if after - before > 8
